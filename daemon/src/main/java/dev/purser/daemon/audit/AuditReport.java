package dev.purser.daemon.audit;

import java.util.function.Function;

/** What checking the whole chain showed. */
public sealed interface AuditReport {

  <R> R match(
      Function<? super Intact, ? extends R> ifIntact,
      Function<? super Broken, ? extends R> ifBroken);

  /** Every event follows from the one before it. */
  record Intact(long length, String head) implements AuditReport {
    @Override
    public <R> R match(
        Function<? super Intact, ? extends R> ifIntact,
        Function<? super Broken, ? extends R> ifBroken) {
      return ifIntact.apply(this);
    }
  }

  /**
   * The chain does not hold.
   *
   * @param seq the first event that does not follow
   * @param finding what is wrong there, in a sentence
   */
  record Broken(long seq, String finding) implements AuditReport {
    @Override
    public <R> R match(
        Function<? super Intact, ? extends R> ifIntact,
        Function<? super Broken, ? extends R> ifBroken) {
      return ifBroken.apply(this);
    }
  }
}
