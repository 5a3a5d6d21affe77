package dev.purser.budgets.standing;

import dev.purser.budgets.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a standing mandate reaches. Sums and uses count since the last strong confirmation.
 *
 * @param perOrder the most that one order may come to, charges included
 * @param inAll the most that its uses may come to together
 * @param uses how many orders, 1 to 100
 * @param unitPrice the most that one piece of anything may cost
 * @param risePerCent how much more than the owner paid last time a piece may cost before it is odd,
 *     0 to 50
 * @param triesADay how many orders that it is meant for an agent may propose in 24 hours before
 *     that is odd; at least {@code uses}, at most 100
 */
public record StandingLimits(
    Money perOrder, Money inAll, int uses, Money unitPrice, int risePerCent, int triesADay) {
  /** So that no mandate stands for an agent that orders all day. */
  public static final int MAX_USES = 100;

  /** A price that is half as high again is another price. */
  public static final int MAX_RISE = 50;

  private static final int USES = 5;
  private static final int RISE = 10;
  private static final int TRIES = 20;

  /** Refuses, in words for people, what cannot be meant. */
  public StandingLimits {
    for (Money amount : new Money[] {perOrder, inAll, unitPrice}) {
      if (!amount.currency().equals(perOrder.currency()) || amount.minor() <= 0) {
        throw new IllegalArgumentException("Give amounts of one currency, each more than nothing.");
      }
    }
    if (perOrder.exceeds(inAll) || unitPrice.exceeds(perOrder)) {
      throw new IllegalArgumentException(
          "A piece costs no more than an order, and an order no more than all of them together.");
    }
    if (uses < 1 || uses > MAX_USES || triesADay < uses || triesADay > MAX_USES) {
      throw new IllegalArgumentException("Give a number of orders from 1 to 100.");
    }
    if (risePerCent < 0 || risePerCent > MAX_RISE) {
      throw new IllegalArgumentException("Give a rise of 0 to 50 per cent.");
    }
  }

  /** 30 for an order, 100 in all, 5 orders: what suits a week's milk. */
  public static StandingLimits usual(Currency currency) {
    return new StandingLimits(
        whole(30, currency), whole(100, currency), USES, whole(15, currency), RISE, TRIES);
  }

  /** Limits of the owner's own, with what is odd left as usual. */
  public static StandingLimits of(Money perOrder, Money inAll, int uses, Money unitPrice) {
    return new StandingLimits(perOrder, inAll, uses, unitPrice, RISE, Math.max(uses, TRIES));
  }

  public Currency currency() {
    return perOrder.currency();
  }

  /** The most that a piece may cost without being odd: the rise is rounded down. */
  Money highest(Money paid) {
    long whole = paid.minor() / 100;
    long rest = paid.minor() % 100;
    long rise = Math.addExact(Math.multiplyExact(whole, risePerCent), rest * risePerCent / 100);
    return paid.plus(new Money(paid.currency(), rise));
  }

  Map<String, Object> canonicalFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("currency", currency().getCurrencyCode());
    fields.put("per_order_minor", Long.toString(perOrder.minor()));
    fields.put("in_all_minor", Long.toString(inAll.minor()));
    fields.put("uses", uses);
    fields.put("unit_price_minor", Long.toString(unitPrice.minor()));
    fields.put("rise_per_cent", risePerCent);
    fields.put("tries_a_day", triesADay);
    return fields;
  }

  private static Money whole(int units, Currency currency) {
    return Money.parse(Integer.toString(units), currency);
  }
}
