package dev.purser.daemon.finance;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.Money;
import dev.purser.daemon.owner.web.Bar;
import java.util.List;

/** Where one category stands in the month. */
public record MonthRow(BudgetPosition position) {

  public String category() {
    return position.category().path();
  }

  public String currency() {
    return position.budget().currency().getCurrencyCode();
  }

  public Money available() {
    return position.available();
  }

  public Bar bar() {
    return Bar.of(
        position.budget(),
        List.of(
            new Bar.Part("spent", position.spent()),
            new Bar.Part("committed", position.committed()),
            new Bar.Part("held", position.held())));
  }
}
