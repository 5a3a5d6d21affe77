package dev.purser.daemon.owner.home;

import dev.purser.budgets.Money;
import dev.purser.budgets.RequisitionLine;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One order in a list.
 *
 * @param path of its receipt
 * @param items the first few, in one line
 * @param at when it was proposed
 */
public record OrderLine(
    String path,
    String payee,
    String items,
    String agent,
    Money total,
    Standing standing,
    String at) {
  private static final int MAX_NAME = 60;
  private static final int MAX_TITLE = 40;
  private static final int SHOWN_ITEMS = 3;

  static OrderLine of(Order order, OwnerClock clock, Instant now) {
    return new OrderLine(
        "/owner/orders/" + order.id(),
        ForeignText.ON_PAGES.show(order.requisition().payee().name(), MAX_NAME),
        items(order.requisition().lines()),
        ForeignText.ON_PAGES.show(order.asked().agent(), MAX_NAME),
        order.requisition().total(),
        Standing.of(shown(order, now)),
        clock.brief(order.course().proposedAt()));
  }

  /** Nobody may have swept it up yet. */
  private static OrderState shown(Order order, Instant now) {
    boolean waits = order.state() == OrderState.AWAITING_CONFIRMATION;
    return waits && !order.isPendingAt(now) ? OrderState.EXPIRED : order.state();
  }

  private static String items(List<RequisitionLine> lines) {
    String first =
        lines.stream()
            .limit(SHOWN_ITEMS)
            .map(line -> line.quantity() + " × " + title(line))
            .collect(Collectors.joining(", "));
    int more = lines.size() - SHOWN_ITEMS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String title(RequisitionLine line) {
    return ForeignText.ON_PAGES.show(line.title(), MAX_TITLE);
  }
}
