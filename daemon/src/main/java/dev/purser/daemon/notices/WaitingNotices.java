package dev.purser.daemon.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Which notices are to be told now, and which of them in one letter: an agent's own proposals,
 * since no other news can an agent bring about alone; what is said for the second time; and what
 * became due in quiet hours. Of all else the owner is told at once.
 */
public final class WaitingNotices {
  private static final int BATCH = 50;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Pace pace;
  private final QuietHours quietHours;

  public WaitingNotices(Jdbi jdbi, Clock clock, Pace pace, QuietHours quietHours) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.pace = pace;
    this.quietHours = quietHours;
  }

  /** One list for each letter; empty when there is nothing to tell now. */
  List<List<NoticesDao.Waiting>> due() {
    return jdbi.withExtension(NoticesDao.class, dao -> due(dao, slot(clock.instant())));
  }

  private NoticesDao.Slot slot(Instant now) {
    Optional<QuietHours.Span> quiet = quietHours.during(now);
    QuietHours.Span night = quiet.isPresent() ? QuietHours.Span.NEVER : quietHours.before(now);
    Instant before =
        quiet.map(span -> span.to().plus(QuietHours.TIME_TO_ANSWER)).orElse(StoredNews.FOREVER);
    return new NoticesDao.Slot(now, before, night.from(), night.to(), BATCH);
  }

  private List<List<NoticesDao.Waiting>> due(NoticesDao dao, NoticesDao.Slot slot) {
    List<List<NoticesDao.Waiting>> letters = new ArrayList<>(byChannel(dao.ofTheNight(slot)));
    dao.news(slot).forEach(waiting -> letters.add(List.of(waiting)));
    letters.addAll(byChannel(dao.secondTime(slot)));
    for (String agent : dao.agentsThatProposed(slot)) {
      if (!dao.wasToldOf(agent, slot.now().minus(pace.quiet()))) {
        letters.addAll(gathered(dao.proposals(agent, slot), slot.now()));
      }
    }
    return letters;
  }

  /** What is told again goes by another channel than all else, and so by itself. */
  private static Collection<List<NoticesDao.Waiting>> byChannel(List<NoticesDao.Waiting> waiting) {
    Map<Optional<String>, List<NoticesDao.Waiting>> letters = new LinkedHashMap<>();
    waiting.forEach(
        each ->
            letters
                .computeIfAbsent(each.news().avoidedChannel(), unused -> new ArrayList<>())
                .add(each));
    return letters.values();
  }

  /** With neither pause each by itself; else all at once, or none while more may come. */
  private List<List<NoticesDao.Waiting>> gathered(List<NoticesDao.Waiting> proposals, Instant now) {
    if (pace.gather().isZero()) {
      int letters = pace.quiet().isZero() ? proposals.size() : 1;
      return proposals.stream().limit(letters).map(List::of).toList();
    }
    Instant latestStart = now.minus(pace.gather());
    boolean complete =
        proposals.stream().anyMatch(waiting -> !waiting.dueAt().isAfter(latestStart));
    return complete ? List.of(proposals) : List.of();
  }
}
