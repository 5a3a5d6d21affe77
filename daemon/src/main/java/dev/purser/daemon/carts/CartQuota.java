package dev.purser.daemon.carts;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.ledger.OpenBooks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Keeps an agent that cannot make up its mind from filling the books, which forget nothing. What
 * takes a line out is counted and never refused: there is an end to it.
 *
 * @param changesPerDay how often an agent may put something into its cart, or change how much of
 *     it, from midnight to midnight; 1 or more
 * @param zone where it is midnight
 */
public record CartQuota(int changesPerDay, ZoneId zone) {

  /** Throws {@code too-many-requests} where the agent has changed its cart often enough today. */
  void requireRoom(OpenBooks open, String agent) {
    LocalDate today = today(open);
    int changes = open.dao(CartsDao.class).changesOn(agent, today).orElse(0);
    if (changes >= changesPerDay) {
      throw tooMany(open.now(), today.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
    }
  }

  /** Counts a change that was made. */
  void count(OpenBooks open, String agent) {
    CartsDao dao = open.dao(CartsDao.class);
    LocalDate today = today(open);
    if (!dao.countAnother(agent, today)) {
      dao.forgetDays(agent);
      dao.countFirst(agent, today);
    }
  }

  private LocalDate today(OpenBooks open) {
    return LocalDate.ofInstant(open.now(), zone);
  }

  private RuntimeException tooMany(Instant now, OffsetDateTime resetsAt) {
    return ProblemCode.TOO_MANY_REQUESTS.until(
        Math.toIntExact(Duration.between(now, resetsAt).toSeconds() + 1),
        ("This agent has changed its cart %d times today; nothing more is put into it until %s. What"
                + " is in it can be proposed or taken out.")
            .formatted(changesPerDay, resetsAt));
  }
}
