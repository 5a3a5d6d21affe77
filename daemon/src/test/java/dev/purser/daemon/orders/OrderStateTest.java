package dev.purser.daemon.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "orders.md");

  /** A row of five cells, the first two of which are states. */
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([A-Z_]+) \\| ([A-Z_]+) \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

  @Test
  void theDocumentHasEveryMoveAndNoOther() throws IOException {
    Map<OrderState, Set<OrderState>> written = new EnumMap<>(OrderState.class);
    Map<OrderState, Set<OrderState>> meant = new EnumMap<>(OrderState.class);
    for (OrderState state : OrderState.values()) {
      written.put(state, EnumSet.noneOf(OrderState.class));
      meant.put(state, state.next());
    }
    for (MatchResult row : rows()) {
      Set<OrderState> next = written.get(OrderState.valueOf(row.group(1)));
      assertThat(next).isNotNull();
      assertThat(next.add(OrderState.valueOf(row.group(2)))).as(row.group()).isTrue();
    }

    assertThat(written).isEqualTo(meant);
  }

  @Test
  void theDocumentNamesTheFinalStates() throws IOException {
    String line =
        Files.readAllLines(DOCUMENT).stream()
            .filter(each -> each.contains(" are final."))
            .findFirst()
            .orElseThrow();
    Set<OrderState> named = EnumSet.noneOf(OrderState.class);
    Pattern.compile("`([A-Z_]+)`")
        .matcher(line)
        .results()
        .forEach(name -> named.add(OrderState.valueOf(name.group(1))));

    for (OrderState state : OrderState.values()) {
      assertThat(named.contains(state)).as(state.name()).isEqualTo(state.next().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void anOrderBecomesOnlyWhatIsNext(OrderState state) {
    for (OrderState other : OrderState.values()) {
      assertThat(state.canBecome(other)).isEqualTo(state.next().contains(other));
    }
  }

  /** Whoever can get there without the owner's yes has a way around the owner. */
  @Test
  void everyWayToMoneyLeadsThroughTheOwnersYes() {
    Set<OrderState> reached = EnumSet.of(OrderState.DENIED, OrderState.AWAITING_CONFIRMATION);
    Set<OrderState> more = EnumSet.copyOf(reached);
    while (!more.isEmpty()) {
      Set<OrderState> next = EnumSet.noneOf(OrderState.class);
      more.forEach(state -> next.addAll(state.next()));
      next.remove(OrderState.CONFIRMED);
      next.removeAll(reached);
      reached.addAll(next);
      more = next;
    }

    assertThat(reached)
        .containsExactlyInAnyOrder(
            OrderState.DENIED,
            OrderState.AWAITING_CONFIRMATION,
            OrderState.DECLINED,
            OrderState.EXPIRED);
  }

  @Test
  void whatHappensByItselfIsNotSettled() {
    assertThat(EnumSet.allOf(OrderState.class).stream().filter(state -> !state.isSettled()))
        .containsExactlyInAnyOrder(
            OrderState.AWAITING_CONFIRMATION,
            OrderState.CONFIRMED,
            OrderState.AUTHORIZED,
            OrderState.PLACED,
            OrderState.IN_DOUBT);
  }

  @Test
  void namesOnTheWireAreLowerCase() {
    assertThat(OrderState.IN_DOUBT.wireName()).isEqualTo("in_doubt");
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT)).results().toList();
  }
}
