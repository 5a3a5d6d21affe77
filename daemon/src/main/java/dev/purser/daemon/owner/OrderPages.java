package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.OwnerDesk;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the order that a link locates, and makes its page. */
public final class OrderPages {
  private static final Logger LOG = LoggerFactory.getLogger(OrderPages.class);

  private static final Message ALTERED =
      new Message(
          "This order was altered",
          "What is stored is no longer what was proposed, so it can be neither confirmed nor paid."
              + " Somebody has been at the database: stop the daemon, and run 'purser audit"
              + " verify'.");

  private final OwnerDesk desk;
  private final Pages pages;
  private final Deliberation deliberation;
  private final Clock clock;

  public OrderPages(OwnerDesk desk, Pages pages, Deliberation deliberation, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.deliberation = deliberation;
    this.clock = clock;
  }

  OwnerDesk desk() {
    return desk;
  }

  Pages pages() {
    return pages;
  }

  Deliberation deliberation() {
    return deliberation;
  }

  Instant now() {
    return clock.instant();
  }

  /** Answers about the order, or that there is nothing at this address. */
  Response found(String text, BiFunction<Locator, OrderSheet, Response> answer) {
    Optional<Locator> locator = Locator.parse(text);
    try {
      return locator
          .flatMap(desk::look)
          .map(sheet -> answer.apply(locator.orElseThrow(), sheet))
          .orElseGet(pages::nothingHere);
    } catch (AlteredOrderException e) {
      return altered(e);
    }
  }

  Response altered(AlteredOrderException altered) {
    LOG.error("An order was altered in the database", altered);
    return pages.message(500, ALTERED).build();
  }

  OrderPage page(Locator locator, OrderSheet sheet) {
    Confirming confirming =
        new Confirming(desk.ways(), deliberation.stamp(sheet), deliberation.asksTotal(sheet));
    return OrderPage.of(sheet, locator, confirming, now());
  }

  Response show(int status, OrderPage page) {
    return pages.page(status, "order.jte", page).build();
  }

  /** Leads to where the order stands, or says that it stood elsewhere already. */
  Response answered(Locator locator, boolean done) {
    return done
        ? Pages.seeOther(OrderPage.pathOf(locator))
        : ConfirmAnswers.overtaken(pages, locator);
  }
}
