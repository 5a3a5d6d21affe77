package dev.purser.daemon.owner;

import dev.purser.budgets.Money;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.OwnerDesk;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Order pages whose readers always have had five seconds, whatever the clock says. */
public final class ReadPages {
  public static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private ReadPages() {}

  public static OrderPages of(OwnerDesk desk, Pages pages, Clock clock) {
    return of(desk, pages, clock, Optional.empty());
  }

  static OrderPages of(OwnerDesk desk, Pages pages, Clock clock, Optional<Money> typeTotalAbove) {
    return new OrderPages(
        desk, pages, new Deliberation(stamps(clock), typeTotalAbove, clock), clock);
  }

  static Stamps stamps(Clock clock) {
    return new Stamps(Clock.offset(clock, FIVE_SECONDS.negated()), new SecureRandom());
  }
}
