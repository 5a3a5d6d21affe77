package dev.purser.daemon.owner;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.Money;
import dev.purser.daemon.orders.BudgetEffect;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.Bar;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One budget before and after an order.
 *
 * @param drawsOnIt whether the order takes from it; not once it was declined, undone or refunded
 */
public record BudgetRow(BudgetPosition position, Money asked, boolean drawsOnIt) {
  private static final Set<OrderState> TAKING =
      EnumSet.of(
          OrderState.AWAITING_CONFIRMATION,
          OrderState.CONFIRMED,
          OrderState.AUTHORIZED,
          OrderState.PLACED,
          OrderState.PAID,
          OrderState.IN_DOUBT);

  static BudgetRow of(BudgetEffect effect, OrderState state) {
    return new BudgetRow(effect.position(), effect.asked(), TAKING.contains(state));
  }

  public String category() {
    return position.category().path();
  }

  /** What was left without this order; the position counts it already. */
  public Money before() {
    return drawsOnIt ? after().plus(asked) : after();
  }

  public Money after() {
    return position.available();
  }

  public Bar bar() {
    Money others = drawsOnIt ? position.used().minus(asked) : position.used();
    Money ours = drawsOnIt ? asked : Money.zero(asked.currency());
    return Bar.of(
        position.budget(), List.of(new Bar.Part("used", others), new Bar.Part("order", ours)));
  }
}
