package dev.purser.daemon.owner;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.purchasing.Chosen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page of several orders.
 *
 * @param path of the page; holds the locators
 * @param confirming how the owner can
 * @param alert what came of the last answer, if it needs saying
 */
public record SeveralPage(
    String path, List<Row> rows, Confirming confirming, Optional<String> alert) {
  public SeveralPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of the orders.
   *
   * @param path of its own page
   * @param choice what the form says to choose it; empty when it waits for no answer
   * @param note what came of it, if anything did
   */
  public record Row(
      String path,
      ShownOrder order,
      Standing standing,
      Optional<String> choice,
      Optional<Message> note) {

    static Row of(Locator locator, OrderSheet sheet, Instant now) {
      OrderState state = OrderPage.stateAt(sheet, now);
      boolean waits = state == OrderState.AWAITING_CONFIRMATION;
      return new Row(
          OrderPage.pathOf(locator),
          new ShownOrder(sheet, ForeignText.ON_PAGES),
          Standing.of(state),
          waits ? Optional.of(locator.reveal() + ":" + sheet.digest()) : Optional.empty(),
          Optional.empty());
    }

    /** To be confirmed on its own page only, where its total is typed. */
    Row alone() {
      return choice.isPresent()
          ? noting(
              new Message(
                  "Not here",
                  "It is confirmed on its own page, where you type its total.",
                  Optional.of(new Message.Way(path, "Look at it"))))
          : this;
    }

    Row noting(Message words) {
      return new Row(path, order, standing, Optional.empty(), Optional.of(words));
    }

    /** Never the locator. */
    @Override
    public String toString() {
      return "Row[" + order.number() + "]";
    }
  }

  /** How many still wait. */
  public long waiting() {
    return rows.stream().filter(row -> row.choice().isPresent()).count();
  }

  /** Of the orders that were chosen. */
  List<Money> totals(Chosen chosen) {
    Set<String> paths =
        chosen.orders().stream()
            .map(one -> OrderPage.pathOf(one.locator()))
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> paths.contains(row.path()))
        .map(row -> row.order().total())
        .toList();
  }

  SeveralPage saying(String text) {
    return new SeveralPage(path, rows, confirming, Optional.of(text));
  }

  /** With what came of each, by the path of its own page. */
  SeveralPage noting(Map<String, Message> notes) {
    List<Row> noted =
        rows.stream()
            .map(row -> Optional.ofNullable(notes.get(row.path())).map(row::noting).orElse(row))
            .toList();
    return new SeveralPage(path, noted, confirming, alert);
  }

  /** Never a locator. */
  @Override
  public String toString() {
    return "SeveralPage" + rows;
  }
}
