package dev.purser.daemon.owner.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the owner still reads what is confirmed. Who is asked too often says yes without looking,
 * and then no proof is worth much.
 *
 * @param confirmations whose time on the page is known
 * @param median how long the owner looked, half of the times; empty without any
 * @param hasty how many of them took less than {@link #HASTE}
 * @param proposals that reached the owner in a week
 */
public record Fatigue(
    int confirmations,
    Optional<Duration> median,
    int hasty,
    int proposals,
    List<String> suggestions) {
  /** How far back confirmations are looked at. */
  public static final Duration MEMORY = Duration.ofDays(90);

  /** How far back proposals are counted. */
  public static final Duration WEEK = Duration.ofDays(7);

  /** Nobody has read an order in less. */
  static final Duration HASTE = Duration.ofSeconds(3);

  /** Fewer say nothing. */
  static final int ENOUGH_CONFIRMATIONS = 5;

  /** In per cent of all. */
  static final int TOO_MANY_HASTY = 50;

  static final int TOO_MANY_PROPOSALS = 20;
  private static final int PER_CENT = 100;

  public Fatigue {
    suggestions = List.copyOf(suggestions);
  }

  /**
   * What the figures say.
   *
   * @param timesOnPage from opening an order's page to confirming it
   * @param proposals in the last week, by agent
   */
  public static Fatigue of(List<Duration> timesOnPage, Map<String, Integer> proposals) {
    List<Duration> sorted = timesOnPage.stream().sorted().toList();
    int hasty = (int) sorted.stream().filter(time -> time.compareTo(HASTE) < 0).count();
    int asked = proposals.values().stream().mapToInt(Integer::intValue).sum();
    Fatigue bare = new Fatigue(sorted.size(), median(sorted), hasty, asked, List.of());
    return new Fatigue(sorted.size(), bare.median(), hasty, asked, bare.suggest(proposals));
  }

  /** Rounded down; 0 without any confirmation. */
  public int hastyPercent() {
    return confirmations == 0 ? 0 : hasty * PER_CENT / confirmations;
  }

  /** {@code 4.2 s}, or {@code 2 min 5 s} from a minute on. */
  public Optional<String> medianInWords() {
    return median.map(
        time ->
            time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + "." + time.toMillisPart() / PER_CENT + " s");
  }

  private static Optional<Duration> median(List<Duration> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int middle = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2));
  }

  private List<String> suggest(Map<String, Integer> proposals) {
    List<String> all = new ArrayList<>();
    if (confirmations >= ENOUGH_CONFIRMATIONS
        && hasty * PER_CENT >= TOO_MANY_HASTY * confirmations) {
      all.add(
          "You confirm most orders faster than anybody reads. For what you always buy, a standing"
              + " mandate asks you once, and what is left to confirm gets your eyes.");
    }
    proposals.forEach(
        (agent, count) -> {
          if (count > TOO_MANY_PROPOSALS) {
            all.add(
                "%s asked %d times in a week. Let it ask less often, or narrow it: purser agent add %s --cap …"
                    .formatted(agent, count, agent));
          }
        });
    return all;
  }
}
