package dev.purser.daemon.finance;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.ledger.BudgetBook;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The amount that finance wants to set, as it was typed. */
public final class BudgetForm {
  private static final int MAX_REASON = 200;
  private static final int MAX_TYPED = 120;

  private final String category;
  private final String amount;
  private final String currency;
  private final String reason;

  private BudgetForm(String category, String amount, String currency, String reason) {
    this.category = category;
    this.amount = amount;
    this.currency = currency;
    this.reason = reason;
  }

  static BudgetForm of(MultivaluedMap<String, String> form) {
    return new BudgetForm(
        typed(form.getFirst("category"), MAX_TYPED),
        typed(form.getFirst("amount"), MAX_TYPED),
        typed(form.getFirst("currency"), MAX_TYPED).toUpperCase(Locale.ROOT),
        typed(form.getFirst("reason"), MAX_REASON));
  }

  static BudgetForm empty(String currency) {
    return new BudgetForm("", "", currency, "");
  }

  public String category() {
    return category;
  }

  public String amount() {
    return amount;
  }

  public String currency() {
    return currency;
  }

  public String reason() {
    return reason;
  }

  /**
   * What is to be set.
   *
   * @throws Mistyped with what to type instead
   */
  Setting read(String who) throws Mistyped {
    Currency unit = readCurrency();
    return new Setting(readCategory(), readAmount(unit), new BudgetBook.Change(who, reason));
  }

  private CategoryId readCategory() throws Mistyped {
    try {
      return new CategoryId(category);
    } catch (IllegalArgumentException e) {
      throw new Mistyped(
          "category",
          "Write the category like household/pantry: lower-case letters, digits and hyphens, parted"
              + " by slashes.");
    }
  }

  private Currency readCurrency() throws Mistyped {
    try {
      Currency unit = Money.currencyOf(currency);
      Money.zero(unit);
      return unit;
    } catch (IllegalArgumentException e) {
      throw new Mistyped("currency", "Write the currency as its three letters, like USD or EUR.");
    }
  }

  private Money readAmount(Currency unit) throws Mistyped {
    return amountIn(unit)
        .filter(money -> !money.isNegative())
        .orElseThrow(
            () ->
                new Mistyped(
                    "amount",
                    "Write the amount like %s: digits, with %d decimals at most, and nothing else."
                        .formatted(
                            new Money(unit, 40_000).value(), unit.getDefaultFractionDigits())));
  }

  private Optional<Money> amountIn(Currency unit) {
    try {
      return Optional.of(Money.parse(amount, unit));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String typed(@Nullable String text, int max) {
    String plain = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= max ? plain : plain.substring(0, max);
  }

  /** A form that could be read. */
  record Setting(CategoryId category, Money amount, BudgetBook.Change change) {}

  /** One field that could not. */
  static final class Mistyped extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String advice;

    Mistyped(String field, String advice) {
      super(field);
      this.field = field;
      this.advice = advice;
    }

    String field() {
      return field;
    }

    String advice() {
      return advice;
    }
  }
}
