package dev.purser.daemon.agents;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import java.util.Map;
import java.util.Optional;

/** Who is frozen, inside a decision; every change is an event. */
public final class OpenFreezes {
  private final OpenBooks books;
  private final FreezesDao dao;

  public OpenFreezes(OpenBooks books) {
    this.books = books;
    this.dao = books.dao(FreezesDao.class);
  }

  /** Whether the agent may propose nothing: it is frozen, or all are. */
  public boolean isFrozen(String agent) {
    return !dao.on(agent).isEmpty();
  }

  /**
   * Freezes an agent, or all. Frozen already, it stays so.
   *
   * @param agent empty for all
   */
  public void freeze(Optional<String> agent, String actor) {
    String word = Freeze.word(agent);
    if (dao.all().stream().noneMatch(row -> row.agent().equals(word))) {
      dao.insert(word, actor, books.now());
      books.record(AuditEntry.of("agent.frozen", actor, Map.of("agent", word)));
    }
  }

  /** False when it was not frozen. */
  public boolean thaw(Optional<String> agent, String actor) {
    String word = Freeze.word(agent);
    boolean thawed = dao.delete(word);
    if (thawed) {
      books.record(AuditEntry.of("agent.thawed", actor, Map.of("agent", word)));
    }
    return thawed;
  }
}
