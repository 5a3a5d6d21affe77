package dev.purser.daemon.standing;

import dev.purser.budgets.standing.StandingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looking standing mandates up, outside any decision. */
public final class StandingMandates {
  private final Jdbi jdbi;

  public StandingMandates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All there ever were, those that changed last first. */
  public List<StandingMandate> all() {
    return jdbi.withExtension(StandingDao.class, StandingDao::all).stream()
        .flatMap(row -> OpenStanding.readable(row).stream())
        .toList();
  }

  public Optional<StandingMandate> find(UUID id) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.find(id))
        .flatMap(OpenStanding::readable);
  }

  /** What was done under it since the owner's passkey last signed for its agent. */
  public StandingFacts.Tally tally(StandingMandate mandate) {
    return jdbi.withExtension(StandingDao.class, dao -> OpenStanding.tally(dao, mandate));
  }

  /** The mandate that an order was confirmed under, if it was. */
  public Optional<UUID> under(UUID order) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.under(order));
  }

  /**
   * A mandate that was meant for an order.
   *
   * @param used whether the order was confirmed under it
   */
  public record Concern(StandingMandate mandate, boolean used) {}

  /** The mandates that were meant for an order. */
  public List<Concern> concerning(UUID order) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.concerning(order)).stream()
        .flatMap(
            each -> find(each.standingId()).map(found -> new Concern(found, each.used())).stream())
        .toList();
  }

  /** The orders that were confirmed under a mandate, the newest first. */
  public List<UUID> usesOf(UUID id, int limit) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.usesOf(id, limit));
  }

  /** Whether something has become of an active mandate's agent, passkey or orders. */
  public boolean hasSuspect(Instant now) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.anySuspect(now));
  }

  /**
   * The agent's newest order that was confirmed under a mandate after that moment, and stands.
   *
   * @param vendor of this vendor only
   */
  public Optional<UUID> lately(String agent, Instant since, @Nullable String vendor) {
    return jdbi.withExtension(StandingDao.class, dao -> dao.lately(agent, since, vendor, null));
  }
}
