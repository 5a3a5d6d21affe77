package dev.purser.daemon.inspection;

import dev.purser.daemon.audit.CanonicalJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be true of standing mandates and of what was done under them. */
final class StandingChecks {
  private StandingChecks() {}

  static Stream<Discrepancy> mandates(
      List<InspectedStandingRow> rows, Map<String, StandingStory> stories) {
    Set<String> gone = new TreeSet<>(stories.keySet());
    rows.forEach(row -> gone.remove(row.id().toString()));
    return Stream.concat(
        rows.stream()
            .flatMap(
                row ->
                    finding(row, stories.get(row.id().toString())).stream()
                        .map(finding -> about(row.id().toString(), finding))),
        gone.stream().map(id -> about(id, "the trail tells of it, but it is gone")));
  }

  private static Optional<String> finding(InspectedStandingRow row, @Nullable StandingStory story) {
    if (story == null || story.digest().isEmpty()) {
      return Optional.of("the trail does not tell of its granting");
    }
    if (!story.digest().equals(row.digest())
        || !CanonicalJson.sha256(row.terms()).equals(row.digest())) {
      return Optional.of("its terms are not those that were granted");
    }
    String state = row.state().toLowerCase(Locale.ROOT);
    return state.equals(story.state())
        ? Optional.empty()
        : Optional.of("it is %s, but the trail left it %s".formatted(state, story.state()));
  }

  /**
   * The table of uses, the orders' own mandates and the trail name the same mandate for each order.
   */
  static Stream<Discrepancy> uses(List<StandingUseRow> rows, Map<UUID, String> told) {
    Map<UUID, StandingUseRow> byOrder =
        rows.stream().collect(Collectors.toMap(StandingUseRow::orderId, row -> row));
    Set<UUID> orders = new HashSet<>(byOrder.keySet());
    orders.addAll(told.keySet());
    return orders.stream()
        .sorted()
        .filter(order -> !agree(byOrder.get(order), told.get(order)))
        .map(
            order ->
                new Discrepancy(
                    "order " + order,
                    "its mandate, the list of uses and the trail do not name one standing"
                        + " mandate"));
  }

  private static boolean agree(@Nullable StandingUseRow row, @Nullable String told) {
    return row != null
        && told != null
        && row.standingId() != null
        && row.standingId().toString().equals(told)
        && row.terms() != null
        && row.terms().contains("\"mandate\":\"" + told + "\"");
  }

  private static Discrepancy about(String id, String finding) {
    return new Discrepancy("standing mandate " + id, finding);
  }
}
