package dev.purser.daemon.agents;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Who is frozen now. */
public final class Freezes {
  private final Jdbi jdbi;

  public Freezes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All agents first, if they are; then by name. */
  public List<Freeze> all() {
    return jdbi.withExtension(FreezesDao.class, FreezesDao::all).stream()
        .map(FreezesDao.Row::freeze)
        .toList();
  }
}
