package dev.purser.daemon.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A decision on its way through the writer, and the caller who waits for its outcome. */
final class WaitingDecision<T> {
  private sealed interface Outcome<T> {}

  private record Decided<T>(T value) implements Outcome<T> {}

  private record Threw<T>(RuntimeException reason) implements Outcome<T> {}

  private final Decision<T> decision;
  private final CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
  private @Nullable Outcome<T> outcome;

  WaitingDecision(Decision<T> decision) {
    this.decision = decision;
  }

  void decide(OpenBooks books) {
    try {
      outcome = new Decided<>(decision.decide(books));
    } catch (RuntimeException e) {
      outcome = new Threw<>(e);
    }
  }

  boolean threw() {
    return outcome instanceof Threw;
  }

  /** Lets the caller go, now that the outcome is on the disk. */
  void answer() {
    answer.complete(outcome);
  }

  /** Tells the caller that the batch was not committed. */
  void fail(Throwable cause) {
    answer.completeExceptionally(cause);
  }

  T await() {
    try {
      Outcome<T> settled = answer.get();
      if (settled instanceof Threw<T> threw) {
        throw threw.reason();
      }
      return ((Decided<T>) settled).value();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BooksUnavailableException("interrupted before the books answered", e);
    } catch (ExecutionException e) {
      throw new BooksUnavailableException("the books could not be written", e.getCause());
    }
  }
}
