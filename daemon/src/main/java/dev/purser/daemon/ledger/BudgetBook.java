package dev.purser.daemon.ledger;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import java.time.YearMonth;
import java.util.List;

/** The months' budgets: setting amounts, and where they stand. */
public interface BudgetBook {

  /** Sets what may be used of a category in a month. A revision: nothing is overwritten. */
  BudgetPosition set(CategoryId category, YearMonth month, Money amount, Change change);

  /** Every category that has an amount or was used in the month, by path. */
  List<BudgetPosition> positions(YearMonth month);

  /** Every amount set for the month, the latest first. */
  List<BudgetRevision> revisions(YearMonth month);

  /** The month that the owner's clocks show now. */
  YearMonth currentMonth();

  /**
   * Who changes a budget and why.
   *
   * @param who the operator's name
   * @param reason may be empty
   */
  record Change(String who, String reason) {}
}
