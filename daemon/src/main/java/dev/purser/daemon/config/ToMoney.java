package dev.purser.daemon.config;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.purser.budgets.Money;

/** Reads an amount with its currency, such as {@code 100.00 USD}. */
final class ToMoney extends StdConverter<String, Money> {
  @Override
  public Money convert(String amount) {
    return Money.parse(amount);
  }
}
