package dev.purser.daemon.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for another process; how long is no part of any test, only that it ends. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Eventually() {}

  /** Asks until there is an answer. */
  static <T> T get(String what, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("waited in vain: " + what);
  }

  /** Asks until the answer will do. */
  static <T> T get(String what, Supplier<T> question, Predicate<T> willDo) {
    return get(what, () -> Optional.of(question.get()).filter(willDo));
  }
}
