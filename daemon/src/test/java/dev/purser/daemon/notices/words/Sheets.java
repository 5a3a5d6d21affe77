package dev.purser.daemon.notices.words;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.attention.Attention;
import dev.purser.budgets.attention.UsualHours;
import dev.purser.daemon.orders.BudgetEffect;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders to show. The plain one: eggs, milk and coffee for 13.21 USD, waiting for an answer. */
public final class Sheets {
  public static final UUID ORDER = UUID.fromString("0193f2b4-0000-7000-8000-000000000001");
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  public static final Instant EXPIRES = Instant.parse("2026-11-24T09:00:00Z");
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  public static final String DIGEST = "ab".repeat(32);
  // Markup, a right-to-left override, an ANSI escape, a header line, a formula, hidden tag
  // characters, a link, and ten thousand letters.
  public static final String HOSTILE =
      "=cmd|'/c calc'!A1 </bdi></td><script>alert(1)</script><img src=x onerror=alert(2)>\" x='"
          + "\u202EDIAP\u202C \u001B[31mred\u001B[0m\r\nBcc: thief@evil.example\r\n\r\n"
          + "\uDB40\uDC41\uDB40\uDC42\u200B https://evil.example/confirm www.evil.example "
          + "x".repeat(10_000);

  private Sheets() {}

  public static Money usd(String value) {
    return Money.parse(value, Currency.getInstance("USD"));
  }

  public static OrderSheet pending() {
    return in(OrderState.AWAITING_CONFIRMATION);
  }

  public static OrderSheet in(OrderState state) {
    return sheet(state, "Eggs, grade A, large", "Milk and eggs are nearly out.", List.of());
  }

  /** Every text that a stranger can write is hostile. */
  public static OrderSheet hostile() {
    return sheet(
        OrderState.AWAITING_CONFIRMATION,
        HOSTILE,
        HOSTILE,
        List.of(
            new Difference(HOSTILE, Optional.of(usd("2.94")), Optional.of(usd("3.12"))),
            new Difference("Oats", Optional.of(usd("1.10")), Optional.empty())));
  }

  public static OrderSheet replacing() {
    return sheet(
        OrderState.AWAITING_CONFIRMATION, "Eggs, grade A, large", "As before.", differences());
  }

  public static List<Difference> differences() {
    return List.of(
        new Difference("Eggs, grade A, large", Optional.of(usd("2.76")), Optional.of(usd("2.94"))),
        new Difference("Oats, rolled", Optional.empty(), Optional.of(usd("1.10"))));
  }

  /** The same with the undo window open until the instant. */
  public static OrderSheet undoable(OrderState state, Instant until) {
    OrderSheet plain = in(state);
    return new OrderSheet(
        plain.order(),
        state,
        plain.requisition(),
        plain.digest(),
        plain.words(),
        new OrderSheet.Times(ZONE, NOW, EXPIRES, Optional.of(until)),
        plain.budgets(),
        plain.differences(),
        plain.dryRun(),
        plain.insight());
  }

  /** The same with real money. */
  public static OrderSheet live() {
    OrderSheet plain = pending();
    return new OrderSheet(
        plain.order(),
        plain.state(),
        plain.requisition(),
        plain.digest(),
        plain.words(),
        plain.times(),
        plain.budgets(),
        plain.differences(),
        false,
        plain.insight());
  }

  private static OrderSheet sheet(
      OrderState state, String title, String reason, List<Difference> differences) {
    String foreignSize = title.equals(HOSTILE) ? HOSTILE : "doz";
    String foreignLabel = title.equals(HOSTILE) ? HOSTILE : "Delivery";
    return new OrderSheet(
        ORDER,
        state,
        requisition(title, foreignSize, foreignLabel),
        DIGEST,
        new OrderSheet.Words("pantry-agent", Optional.of(reason), Optional.empty()),
        new OrderSheet.Times(ZONE, NOW.minusSeconds(3600), EXPIRES, Optional.empty()),
        List.of(effect("household", "500.00"), effect("household/pantry", "50.00")),
        differences,
        true,
        state == OrderState.AWAITING_CONFIRMATION ? insight(title) : OrderSheet.Insight.NONE);
  }

  /** The same for another total. */
  public static OrderSheet costing(String total) {
    Requisition plain = pending().requisition();
    Money more = usd(total).minus(plain.total());
    List<Charge> charges = new ArrayList<>(plain.charges());
    charges.add(new Charge("More", more));
    return pending(
        ORDER,
        new Requisition(
            plain.vendor(),
            plain.payee(),
            plain.currency(),
            plain.lines(),
            charges,
            plain.shipTo(),
            plain.policyVersion()));
  }

  /** The same, but another order. */
  public static OrderSheet elsewhere() {
    return pending(new UUID(0, 1), pending().requisition());
  }

  private static OrderSheet pending(UUID order, Requisition requisition) {
    OrderSheet plain = pending();
    return new OrderSheet(
        order,
        plain.state(),
        requisition,
        plain.digest(),
        plain.words(),
        plain.times(),
        plain.budgets(),
        plain.differences(),
        plain.dryRun(),
        plain.insight());
  }

  /** The same with other things to look at. */
  public static OrderSheet with(OrderSheet.Insight insight) {
    OrderSheet plain = pending();
    return new OrderSheet(
        plain.order(),
        plain.state(),
        plain.requisition(),
        plain.digest(),
        plain.words(),
        plain.times(),
        plain.budgets(),
        plain.differences(),
        plain.dryRun(),
        insight);
  }

  /** A price that has jumped, a budget that is nearly out; milk is new. */
  private static OrderSheet.Insight insight(String title) {
    return new OrderSheet.Insight(
        List.of(
            new Attention.PriceJump(title, usd("1.92"), usd("2.94")),
            new Attention.TakesMost(new CategoryId("household/pantry"), usd("13.21"), usd("15.00")),
            new Attention.UnusualHour(LocalTime.of(3, 12), UsualHours.DAY)),
        Optional.of(
            new OrderSheet.Past(
                NOW.minusSeconds(604_800),
                usd("8.04"),
                List.of(
                    new Difference(title, Optional.of(usd("1.92")), Optional.of(usd("2.94"))),
                    new Difference(
                        "Milk, fresh, whole", Optional.empty(), Optional.of(usd("4.16")))))),
        false);
  }

  private static Requisition requisition(String title, String size, String chargeLabel) {
    CategoryId pantry = new CategoryId("household/pantry");
    return new Requisition(
        new VendorId("corner-store"),
        new Payee("Corner Store", URI.create("https://corner-store.example")),
        Currency.getInstance("USD"),
        List.of(
            new RequisitionLine("708111", title, size, 1, usd("2.94"), pantry),
            new RequisitionLine("709112", "Milk, fresh, whole", "gal", 1, usd("4.16"), pantry),
            new RequisitionLine("717311", "Coffee, ground roast", "lb", 1, usd("5.11"), pantry)),
        List.of(new Charge(chargeLabel, usd("1.00"))),
        "1 Harbour Street, Hamburg",
        "cd".repeat(32));
  }

  private static BudgetEffect effect(String category, String budget) {
    return new BudgetEffect(
        new BudgetPosition(
            new CategoryId(category), usd(budget), usd("13.21"), usd("4.00"), usd("16.50")),
        usd("13.21"));
  }
}
