package dev.purser.daemon.purchasing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.orders.BudgetEffect;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.standing.StandingMandates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Puts together what the owner is shown of an order. Changes nothing. */
public final class OrderSheets {
  private static final Set<OrderState> UNDOABLE =
      Set.of(OrderState.CONFIRMED, OrderState.AUTHORIZED);

  private final Orders orders;
  private final BudgetBook budgets;
  private final StandingMandates standing;
  private final Clock clock;
  private final House house;
  private final Watching watching;

  public OrderSheets(
      Orders orders,
      BudgetBook budgets,
      StandingMandates standing,
      Clock clock,
      House house,
      Watching watching) {
    this.orders = orders;
    this.budgets = budgets;
    this.standing = standing;
    this.clock = clock;
    this.house = house;
    this.watching = watching;
  }

  /**
   * What holds for every order.
   *
   * @param undoWindow how long after confirming an order can be undone
   * @param dryRun whether the payment rail moves no money
   */
  public record House(ZoneId zone, Duration undoWindow, boolean dryRun) {}

  public Optional<OrderSheet> sheet(UUID id) {
    return orders.find(id).map(this::sheet);
  }

  OrderSheet sheet(Order order) {
    OrderState state = shownState(order);
    List<BudgetEffect> effects = effects(order);
    return new OrderSheet(
        order.id(),
        state,
        order.requisition(),
        order.digest(),
        new OrderSheet.Words(
            order.asked().agent(), order.asked().reason(), order.course().outcome()),
        new OrderSheet.Times(
            house.zone(),
            order.course().proposedAt(),
            order.course().expiresAt(),
            undoableUntil(order)),
        effects,
        differences(order),
        house.dryRun(),
        state == OrderState.AWAITING_CONFIRMATION
            ? watching.insight(order, effects)
            : OrderSheet.Insight.NONE,
        mandates(order));
  }

  private OrderState shownState(Order order) {
    boolean waits = order.state() == OrderState.AWAITING_CONFIRMATION;
    return waits && !order.isPendingAt(clock.instant()) ? OrderState.EXPIRED : order.state();
  }

  private Optional<Instant> undoableUntil(Order order) {
    return order
        .course()
        .confirmedAt()
        .map(confirmed -> confirmed.plus(house.undoWindow()))
        .filter(until -> UNDOABLE.contains(order.state()) && clock.instant().isBefore(until));
  }

  private List<OrderSheet.Standing> mandates(Order order) {
    return standing.concerning(order.id()).stream()
        .map(
            concern ->
                new OrderSheet.Standing(
                    concern.mandate().id(),
                    concern.used(),
                    concern.mandate().standing(clock.instant()),
                    concern.mandate().why()))
        .toList();
  }

  private List<BudgetEffect> effects(Order order) {
    Map<CategoryId, Money> asked = new TreeMap<>();
    order
        .requisition()
        .shares()
        .forEach(
            (leaf, share) ->
                leaf.withAncestors()
                    .forEach(category -> asked.merge(category, share, Money::plus)));
    return budgets.positions(order.month()).stream()
        .flatMap(
            position ->
                Optional.ofNullable(asked.get(position.category()))
                    .map(share -> new BudgetEffect(position, share))
                    .stream())
        .toList();
  }

  private List<Difference> differences(Order order) {
    return order
        .asked()
        .replaces()
        .flatMap(orders::find)
        .map(before -> Differences.between(before.requisition(), order.requisition()))
        .map(OrderSheets::ofWhatIsLeft)
        .orElse(List.of());
  }

  /** What the owner has taken out is no news to the owner. */
  private static List<Difference> ofWhatIsLeft(List<Difference> differences) {
    return differences.stream().filter(each -> each.after().isPresent()).toList();
  }
}
