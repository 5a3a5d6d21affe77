package dev.purser.daemon.notices.words;

import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderSheet;
import java.util.List;
import java.util.Optional;

/** An order as pages and mail word it. Strangers' texts have been through {@link ForeignText}. */
public final class ShownOrder {
  private static final int MAX_NAME = 80;
  private static final int MAX_TITLE = 160;
  private static final int MAX_SIZE = 40;
  private static final int MAX_WORDS = 280;

  private final OrderSheet sheet;
  private final ForeignText foreign;
  private final OwnerClock clock;

  public ShownOrder(OrderSheet sheet, ForeignText foreign) {
    this.sheet = sheet;
    this.foreign = foreign;
    this.clock = new OwnerClock(sheet.times().zone());
  }

  public String number() {
    return sheet.order().toString();
  }

  public String digest() {
    return sheet.digest();
  }

  public boolean dryRun() {
    return sheet.dryRun();
  }

  /** The owner wrote it, so it is not a stranger's: only made safe for one line. */
  public String payee() {
    return ForeignText.ON_PAGES.show(requisition().payee().name(), MAX_NAME);
  }

  /** Scheme, host and port, as the owner pinned them. */
  public String origin() {
    return ForeignText.ON_PAGES.show(requisition().payee().origin().toString(), MAX_TITLE);
  }

  /** Of the origin only the host and port, which no mail program takes for a link of ours. */
  public String host() {
    return ForeignText.ON_PAGES.show(
        String.valueOf(requisition().payee().origin().getAuthority()), MAX_TITLE);
  }

  public Money total() {
    return requisition().total();
  }

  public String shipTo() {
    return ForeignText.ON_PAGES.show(requisition().shipTo(), MAX_WORDS);
  }

  public List<Line> lines() {
    return requisition().lines().stream().map(this::line).toList();
  }

  public List<Extra> charges() {
    return requisition().charges().stream().map(this::extra).toList();
  }

  public List<Change> differences() {
    return changes(sheet.differences(), foreign);
  }

  /** Differences between two orders, worded for a page or for mail. */
  public static List<Change> changes(List<Difference> differences, ForeignText foreign) {
    return differences.stream()
        .map(d -> new Change(foreign.show(d.title(), MAX_TITLE), d.before(), d.after()))
        .toList();
  }

  public String agent() {
    return ForeignText.ON_PAGES.show(sheet.words().agent(), MAX_NAME);
  }

  /** The agent's own words. */
  public Optional<String> reason() {
    return sheet.words().reason().map(words -> foreign.show(words, MAX_WORDS));
  }

  public Optional<String> outcome() {
    return sheet.words().outcome().map(words -> foreign.show(words, MAX_WORDS));
  }

  /** Standing mandates that were meant for it. */
  public List<Meant> mandates() {
    return sheet.mandates().stream()
        .map(
            each ->
                new Meant(
                    each.mandate().toString(),
                    each.used(),
                    each.standing(),
                    each.why().map(why -> foreign.show(why, MAX_WORDS))))
        .toList();
  }

  public String proposedAt() {
    return clock.full(sheet.times().proposedAt());
  }

  public String expiresAt() {
    return clock.full(sheet.times().expiresAt());
  }

  private Requisition requisition() {
    return sheet.requisition();
  }

  private Line line(RequisitionLine line) {
    return new Line(
        line.sku(),
        foreign.show(line.title(), MAX_TITLE),
        line.size().isBlank() ? "" : foreign.show(line.size(), MAX_SIZE),
        line.quantity(),
        line.unitPrice(),
        line.total());
  }

  private Extra extra(Charge charge) {
    return new Extra(foreign.show(charge.label(), MAX_NAME), charge.amount());
  }

  /**
   * One line of the order.
   *
   * @param sku the vendor's own, for forms; not to be looked at
   * @param size may be empty
   */
  public record Line(
      String sku, String title, String size, int quantity, Money unitPrice, Money total) {}

  /** A standing mandate; why it is suspended has strangers' words in it. */
  public record Meant(String id, boolean used, String standing, Optional<String> why) {
    /** Whether there is anything to put an end to. */
    public boolean isOpen() {
      return standing.equals("active") || standing.equals("suspended");
    }
  }

  /** What the vendor adds or takes off. */
  public record Extra(String label, Money amount) {}

  /** A price that is not what it was. */
  public record Change(String title, Optional<Money> before, Optional<Money> after) {
    /** {@code 2.94 USD → 3.12 USD}, {@code new, 3.12 USD} or {@code no longer sold}. */
    public String summary() {
      return after
          .map(now -> before.map(then -> then + " → " + now).orElse("new, " + now))
          .orElse("no longer sold");
    }
  }
}
