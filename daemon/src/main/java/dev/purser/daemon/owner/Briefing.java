package dev.purser.daemon.owner;

import dev.purser.budgets.Money;
import dev.purser.budgets.attention.Percent;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderSheet;
import java.util.List;
import java.util.Optional;

/**
 * What the daemon knows about an order besides what is in it.
 *
 * @param past the last order at this vendor, if there is one
 * @param isNarrowed whether the owner has taken something out
 */
public record Briefing(
    List<BudgetRow> budgets, List<Warning> warnings, Optional<Past> past, boolean isNarrowed) {
  public Briefing {
    budgets = List.copyOf(budgets);
    warnings = List.copyOf(warnings);
  }

  static Briefing of(OrderSheet sheet) {
    OrderSheet.Insight insight = sheet.insight();
    OwnerClock clock = new OwnerClock(sheet.times().zone());
    return new Briefing(
        sheet.budgets().stream().map(effect -> BudgetRow.of(effect, sheet.state())).toList(),
        AttentionWords.of(insight.attention()),
        insight.past().map(past -> Past.of(past, clock)),
        insight.isNarrowed());
  }

  /** What is to be seen before anything is answered. */
  public List<Warning> high() {
    return warnings.stream().filter(Warning::isHigh).toList();
  }

  /**
   * The last order at the vendor.
   *
   * @param at when the owner said yes to it
   */
  public record Past(String at, Money total, List<Change> changes) {
    static Past of(OrderSheet.Past past, OwnerClock clock) {
      return new Past(
          clock.brief(past.confirmedAt()),
          past.total(),
          past.differences().stream().map(Change::of).toList());
    }
  }

  /**
   * An item that is new, or has another price.
   *
   * @param before empty for a new one
   */
  public record Change(String title, Optional<Money> before, Money now) {
    private static final int MAX_TITLE = 160;

    static Change of(Difference difference) {
      return new Change(
          ForeignText.ON_PAGES.show(difference.title(), MAX_TITLE),
          difference.before(),
          difference.after().orElseThrow());
    }

    /** {@code 15.2 % more}, or {@code new}. */
    public String words() {
      return before
          .map(then -> Percent.change(then, now))
          .map(change -> change + (change.isNegative() ? " less" : " more"))
          .orElse("new");
    }
  }
}
