package dev.purser.budgets.standing;

import dev.purser.budgets.Money;
import dev.purser.budgets.RequisitionLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a finding depends on besides terms and order, as it stood at the moment of looking.
 *
 * @param agent who proposed the order
 * @param tries of the last 24 hours, the one looked at included
 * @param bought what the owner has confirmed in person and paid at this vendor, the newest first
 */
public record StandingFacts(
    String agent, Instant now, Tally tally, int tries, List<Bought> bought) {
  public StandingFacts {
    bought = List.copyOf(bought);
  }

  /**
   * What was done under the mandate since the last strong confirmation.
   *
   * @param total of its uses, whatever became of them
   */
  public record Tally(int uses, Money total) {}

  /** A line of a paid order: a piece by its name at the vendor, and what it cost. */
  public record Bought(String sku, String title, String size, Money unitPrice) {
    public static Bought of(RequisitionLine line) {
      return new Bought(line.sku(), line.title(), line.size(), line.unitPrice());
    }

    /** Under the same number another title or size may be another thing. */
    boolean isSameThing(RequisitionLine line) {
      return sku.equals(line.sku()) && title.equals(line.title()) && size.equals(line.size());
    }
  }

  /** What the owner paid for a piece of this the last time. */
  Optional<Money> lastPaid(RequisitionLine line) {
    return bought.stream()
        .filter(before -> before.isSameThing(line))
        .map(Bought::unitPrice)
        .findFirst();
  }
}
