package dev.purser.daemon.owner.home;

import dev.purser.daemon.orders.OrderHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** As the orders' table tells them. */
public final class RecordedHabits implements Habits {
  private final OrderHistory history;

  public RecordedHabits(OrderHistory history) {
    this.history = history;
  }

  @Override
  public List<Duration> timesOnPage(Instant since) {
    return history.timesOnPageSince(since);
  }

  @Override
  public Map<String, Integer> proposals(Instant since) {
    return history.proposedSince(since);
  }
}
