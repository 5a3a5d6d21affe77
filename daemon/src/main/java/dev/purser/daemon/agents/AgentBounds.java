package dev.purser.daemon.agents;

import dev.purser.budgets.Attenuation;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What the owner has taken away from agents, to be looked at outside any decision. */
public final class AgentBounds {
  private final Jdbi jdbi;

  public AgentBounds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Empty when the owner has said nothing of the agent. */
  public Optional<Attenuation> of(String agent) {
    return jdbi.withExtension(AgentsDao.class, dao -> dao.find(agent))
        .map(AgentsDao.Row::enrolment)
        .map(Enrolment::attenuation);
  }
}
