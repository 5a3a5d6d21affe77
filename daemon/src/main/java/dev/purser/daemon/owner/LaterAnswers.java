package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.LaterOutcome;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The page for each outcome of putting an order off. */
final class LaterAnswers implements LaterOutcome.Cases<Response> {
  private final Pages pages;
  private final OwnerClock clock;
  private final Locator locator;

  LaterAnswers(Pages pages, OrderSheet sheet, Locator locator) {
    this.pages = pages;
    this.clock = new OwnerClock(sheet.times().zone());
    this.locator = locator;
  }

  @Override
  public Response putOff(LaterOutcome.PutOff outcome) {
    return message(
        200,
        "You will hear of it again",
        "At %s, with a new link; if those are quiet hours of yours, when they end. Nothing is bought"
                .formatted(clock.full(outcome.until()))
            + " meanwhile, and the order expires when it would have.");
  }

  @Override
  public Response beyondExpiry(LaterOutcome.BeyondExpiry outcome) {
    return message(
        409,
        "That is too late",
        "The order expires at %s, before you would hear of it again. Nothing has changed."
            .formatted(clock.full(outcome.expires())));
  }

  @Override
  public Response tooOften(LaterOutcome.TooOften outcome) {
    return message(
        409,
        "You have changed this too often",
        "You will hear of the order when you said last. Nothing has changed.");
  }

  /** Hours that the page does not offer. */
  Response notOffered() {
    return message(400, "When?", "Say in 1, 3 or 12 hours. Nothing has changed.");
  }

  @Override
  public Response notPending(LaterOutcome.NotPending outcome) {
    return ConfirmAnswers.overtaken(pages, locator);
  }

  private Response message(int status, String heading, String text) {
    Message.Way back = new Message.Way(OrderPage.pathOf(locator), "Back to the order");
    return pages.message(status, new Message(heading, text, Optional.of(back))).build();
  }
}
