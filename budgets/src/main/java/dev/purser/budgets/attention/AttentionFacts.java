package dev.purser.budgets.attention;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that attention depends on besides the requisition.
 *
 * @param limits what no order of this agent may exceed
 * @param draws what the order takes from each budget
 */
public record AttentionFacts(Past past, List<Money> limits, List<Draw> draws, Moment moment) {
  public AttentionFacts {
    limits = List.copyOf(limits);
    draws = List.copyOf(draws);
  }

  /**
   * What was paid for at this vendor before.
   *
   * @param orders how many
   * @param last the newest of them
   * @param unitPrices of each SKU when it was last paid for
   */
  public record Past(int orders, Optional<Requisition> last, Map<String, Money> unitPrices) {
    public static final Past NONE = new Past(0, Optional.empty(), Map.of());

    public Past {
      unitPrices = Map.copyOf(unitPrices);
    }

    /** What the item cost, if it was bought before for the same kind of money. */
    public Optional<Money> unitPrice(String sku, Money now) {
      return Optional.ofNullable(unitPrices.get(sku))
          .filter(before -> before.currency().equals(now.currency()));
    }
  }

  /**
   * What the order takes from one budget.
   *
   * @param left before the order
   */
  public record Draw(CategoryId category, Money asked, Money left) {}

  /**
   * When it was proposed.
   *
   * @param proposedAt by the owner's clock
   * @param proposalsToday by its agent since midnight there, this one among them
   */
  public record Moment(LocalTime proposedAt, UsualHours usual, int proposalsToday) {}
}
