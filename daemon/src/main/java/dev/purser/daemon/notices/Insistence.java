package dev.purser.daemon.notices;

import dev.purser.daemon.ledger.OpenBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A server that takes a letter may still lose it, or somebody who reads the owner's mail may remove
 * it. So a question that nobody answers is asked once more, by another channel.
 */
public final class Insistence {
  private final NoticeQueue queue;
  private final Duration pause;

  /**
   * Asks again after a while.
   *
   * @param pause how long the owner has to answer before that; half of what is left if that is
   *     less. Zero never asks again
   */
  public Insistence(NoticeQueue queue, Duration pause) {
    this.queue = queue;
    this.pause = pause;
  }

  /** In the decision that records what the channel took. */
  void plan(OpenBooks open, Told told, String channel) {
    boolean isFirst = told.news().avoidedChannel().isEmpty();
    if (isFirst && told.news().asksForAnswer() && !pause.isZero()) {
      Instant due = open.now().plus(pauseBefore(told.sheet().times().expiresAt(), open.now()));
      queue.add(open, told.sheet().order(), new News.ToldAgain(channel), due);
    }
  }

  private Duration pauseBefore(Instant expires, Instant now) {
    Duration half = Duration.between(now, expires).dividedBy(2);
    return List.of(half, pause).stream().min(Duration::compareTo).orElseThrow();
  }
}
