package dev.purser.daemon.owner.home;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is known of how the owner is asked and answers. */
public interface Habits {

  /** How long the owner had the page open of each order that was confirmed since then. */
  List<Duration> timesOnPage(Instant since);

  /** How many proposals of each agent reached the owner since then. */
  Map<String, Integer> proposals(Instant since);
}
