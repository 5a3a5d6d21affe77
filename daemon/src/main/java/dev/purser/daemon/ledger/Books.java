package dev.purser.daemon.ledger;

/** The one door to every change of state. */
public interface Books {

  /**
   * Decides and records, and returns once the outcome is on the disk.
   *
   * <p>Decisions run one after another. One that throws is rolled back alone, and what it threw is
   * thrown here.
   *
   * @throws BooksUnavailableException when it could not be taken or committed; then nothing of it
   *     is known to have happened
   */
  <T> T change(Decision<T> decision);
}
