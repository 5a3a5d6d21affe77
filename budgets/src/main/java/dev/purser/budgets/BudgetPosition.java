package dev.purser.budgets;

/**
 * Where one category stands in one month. All amounts count the categories below it too.
 *
 * @param budget what may be used this month
 * @param held promised to proposals that wait for the owner
 * @param committed confirmed by the owner, not yet captured
 * @param spent captured, less refunds
 */
public record BudgetPosition(
    CategoryId category, Money budget, Money held, Money committed, Money spent) {

  /** A month in which nothing has been used yet. */
  public static BudgetPosition untouched(CategoryId category, Money budget) {
    Money zero = Money.zero(budget.currency());
    return new BudgetPosition(category, budget, zero, zero, zero);
  }

  /** What is left; negative once the budget has been cut below what is used. */
  public Money available() {
    return budget.minus(used());
  }

  /** held + committed + spent. */
  public Money used() {
    return held.plus(committed).plus(spent);
  }

  public boolean absorbs(Money asked) {
    return !asked.exceeds(available());
  }
}
