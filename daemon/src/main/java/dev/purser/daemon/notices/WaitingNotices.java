package dev.purser.daemon.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Which notices are to be told now, and which of them in one letter. Only an agent's own proposals
 * are gathered: of all else the owner is told at once, since no agent can bring it about alone.
 */
public final class WaitingNotices {
  private static final int BATCH = 20;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Pace pace;

  public WaitingNotices(Jdbi jdbi, Clock clock, Pace pace) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.pace = pace;
  }

  /** One list for each letter; empty when there is nothing to tell now. */
  List<List<NoticesDao.Waiting>> due() {
    return jdbi.withExtension(NoticesDao.class, dao -> due(dao, clock.instant()));
  }

  private List<List<NoticesDao.Waiting>> due(NoticesDao dao, Instant now) {
    List<List<NoticesDao.Waiting>> letters = new ArrayList<>();
    dao.due(now, BATCH).forEach(waiting -> letters.add(List.of(waiting)));
    for (String agent : dao.agentsThatProposed(now)) {
      if (!dao.wasToldOf(agent, now.minus(pace.quiet()))) {
        letters.addAll(gathered(dao.proposals(agent, now, BATCH), now));
      }
    }
    return letters;
  }

  /** With neither pause each by itself; else all at once, or none while more may come. */
  private List<List<NoticesDao.Waiting>> gathered(List<NoticesDao.Waiting> proposals, Instant now) {
    if (pace.gather().isZero()) {
      int letters = pace.quiet().isZero() ? proposals.size() : 1;
      return proposals.stream().limit(letters).map(List::of).toList();
    }
    Instant latestStart = now.minus(pace.gather());
    boolean complete =
        proposals.stream().anyMatch(waiting -> !waiting.createdAt().isAfter(latestStart));
    return complete ? List.of(proposals) : List.of();
  }
}
