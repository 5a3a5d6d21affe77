package dev.purser.daemon.purchasing;

import dev.purser.budgets.Attenuation;
import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.attention.Attention;
import dev.purser.budgets.attention.AttentionFacts;
import dev.purser.budgets.attention.Lookout;
import dev.purser.budgets.attention.UsualHours;
import dev.purser.daemon.agents.AgentBounds;
import dev.purser.daemon.orders.BudgetEffect;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.Orders;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what was bought before, and says what the owner should look at. Changes nothing. */
public final class Watching {
  /** As far back as prices are compared; what is older is dear or cheap by age alone. */
  private static final int ORDERS_LOOKED_AT = 30;

  private final Orders orders;
  private final AgentBounds bounds;
  private final Habits habits;

  public Watching(Orders orders, AgentBounds bounds, Habits habits) {
    this.orders = orders;
    this.bounds = bounds;
    this.habits = habits;
  }

  /**
   * The owner's.
   *
   * @param limit the largest order that anybody may confirm
   */
  public record Habits(ZoneId zone, UsualHours usualHours, Money limit) {}

  /** What to tell of an order that waits for its answer. */
  OrderSheet.Insight insight(Order order, List<BudgetEffect> effects) {
    List<Order> paid = orders.paidAt(order.requisition().vendor(), ORDERS_LOOKED_AT);
    AttentionFacts.Past past = past(order, paid);
    List<Attention> attention =
        Lookout.over(
            order.requisition(),
            new AttentionFacts(past, limits(order.asked().agent()), draws(effects), moment(order)));
    return new OrderSheet.Insight(
        attention,
        paid.stream().findFirst().map(last -> shown(last, order, past)),
        isNarrowed(order));
  }

  private AttentionFacts.Past past(Order order, List<Order> paid) {
    Map<String, Money> prices = new HashMap<>();
    for (Order before : paid) {
      for (RequisitionLine line : before.requisition().lines()) {
        prices.putIfAbsent(line.sku(), line.unitPrice());
      }
    }
    return new AttentionFacts.Past(
        orders.countPaidAt(order.requisition().vendor()),
        paid.stream().findFirst().map(Order::requisition),
        prices);
  }

  private static OrderSheet.Past shown(Order last, Order order, AttentionFacts.Past past) {
    return new OrderSheet.Past(
        last.course().confirmedAt().orElse(last.course().proposedAt()),
        last.requisition().total(),
        Differences.since(past, order.requisition()));
  }

  private List<Money> limits(String agent) {
    return Stream.concat(
            Stream.of(habits.limit()), bounds.of(agent).flatMap(Attenuation::cap).stream())
        .toList();
  }

  /** An order that waits is counted in what is held already. */
  private static List<AttentionFacts.Draw> draws(List<BudgetEffect> effects) {
    return effects.stream()
        .filter(effect -> effect.position().budget().currency().equals(effect.asked().currency()))
        .map(
            effect ->
                new AttentionFacts.Draw(
                    effect.position().category(),
                    effect.asked(),
                    effect.position().available().plus(effect.asked())))
        .toList();
  }

  private AttentionFacts.Moment moment(Order order) {
    Instant proposedAt = order.course().proposedAt();
    ZonedDateTime there = proposedAt.atZone(habits.zone());
    Instant midnight = there.toLocalDate().atStartOfDay(habits.zone()).toInstant();
    return new AttentionFacts.Moment(
        there.toLocalTime(),
        habits.usualHours(),
        orders.countProposed(order.asked().agent(), midnight, proposedAt));
  }

  /** Nothing else lowers a quantity: what cannot be had any more is denied as a whole. */
  private boolean isNarrowed(Order order) {
    Optional<Order> before = order.asked().replaces().flatMap(orders::find);
    return before
        .map(asked -> pieces(order.requisition()) < pieces(asked.requisition()))
        .orElse(false);
  }

  private static int pieces(Requisition requisition) {
    return requisition.lines().stream().mapToInt(RequisitionLine::quantity).sum();
  }
}
