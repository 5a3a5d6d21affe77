package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Instant;
import java.util.Optional;

/**
 * The page of one order.
 *
 * @param path of the page; holds the locator
 * @param alert what came of the last answer, if it needs saying
 */
public record OrderPage(
    String path,
    ShownOrder order,
    Standing standing,
    Briefing briefing,
    Answers answers,
    Confirming confirming,
    Optional<String> alert) {

  static OrderPage of(OrderSheet sheet, Locator locator, Confirming confirming, Instant now) {
    OrderState state = stateAt(sheet, now);
    return new OrderPage(
        pathOf(locator),
        new ShownOrder(sheet, ForeignText.ON_PAGES),
        Standing.of(state),
        Briefing.of(sheet),
        Answers.to(sheet, state, now),
        confirming,
        Optional.empty());
  }

  OrderPage saying(String text) {
    return new OrderPage(path, order, standing, briefing, answers, confirming, Optional.of(text));
  }

  OrderPage withoutConfirming() {
    return new OrderPage(
        path, order, standing, briefing, answers.withoutConfirming(), confirming, alert);
  }

  static String pathOf(Locator locator) {
    return "/o/" + locator.reveal();
  }

  /** Never the locator. */
  @Override
  public String toString() {
    return "OrderPage[" + order.number() + "]";
  }

  // Nobody may have swept it up yet.
  static OrderState stateAt(OrderSheet sheet, Instant now) {
    boolean over =
        sheet.state() == OrderState.AWAITING_CONFIRMATION
            && !now.isBefore(sheet.times().expiresAt());
    return over ? OrderState.EXPIRED : sheet.state();
  }
}
