package dev.purser.daemon.ledger;

/** Something to be decided against the books as they stand, and recorded there. Never waits. */
@FunctionalInterface
public interface Decision<T> {
  T decide(OpenBooks books);
}
