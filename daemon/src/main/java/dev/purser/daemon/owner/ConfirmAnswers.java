package dev.purser.daemon.owner;

import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page for each outcome of a yes. */
final class ConfirmAnswers implements ConfirmOutcome.Cases<Response> {
  private static final int MAX_SENTENCE = 300;

  private final Pages pages;
  private final OrderSheet shown;
  private final Locator locator;
  private final OrderPage page;
  private final String wrong;
  private final Instant now;

  /**
   * Answers about one order.
   *
   * @param page the order's page as it stood when the yes came
   * @param attempt what came with the yes
   */
  ConfirmAnswers(
      Pages pages,
      OrderSheet shown,
      Locator locator,
      OrderPage page,
      ProofAttempt attempt,
      Instant now) {
    this.pages = pages;
    this.shown = shown;
    this.locator = locator;
    this.page = page;
    this.wrong =
        attempt.match(
            typed -> "That is not the passphrase. %s",
            signed -> "That passkey does not confirm this order. Nothing has changed.");
    this.now = now;
  }

  @Override
  public Response confirmed(ConfirmOutcome.Confirmed outcome) {
    return Pages.seeOther(OrderPage.pathOf(locator));
  }

  @Override
  public Response wrongProof(ConfirmOutcome.WrongProof outcome) {
    String left = Attempts.left(outcome.attemptsLeft());
    return again(403, page.saying(wrong.formatted(left))).build();
  }

  @Override
  public Response locked(ConfirmOutcome.Locked outcome) {
    String until = new OwnerClock(shown.times().zone()).brief(outcome.until());
    String text = "Too many wrong proofs. Confirming is locked until " + until + ".";
    long wait = Math.max(1, Duration.between(now, outcome.until()).toSeconds());
    return again(429, page.withoutConfirming().saying(text))
        .header(HttpHeaders.RETRY_AFTER, wait)
        .build();
  }

  @Override
  public Response replaced(ConfirmOutcome.Replaced outcome) {
    List<ShownOrder.Change> changes =
        ShownOrder.changes(outcome.differences(), ForeignText.ON_PAGES);
    Optional<String> next = Optional.of(OrderPage.pathOf(outcome.next()));
    return changed(new ChangedPage(order(), changes, List.of(), next));
  }

  @Override
  public Response noLongerPossible(ConfirmOutcome.NoLongerPossible outcome) {
    List<ShownOrder.Change> changes =
        ShownOrder.changes(outcome.differences(), ForeignText.ON_PAGES);
    List<String> refusals = sentences(outcome.violations());
    return changed(new ChangedPage(order(), changes, refusals, Optional.empty()));
  }

  static List<String> sentences(List<Violation> violations) {
    return violations.stream()
        .map(Violation::sentence)
        .map(sentence -> ForeignText.ON_PAGES.show(sentence, MAX_SENTENCE))
        .toList();
  }

  @Override
  public Response notPending(ConfirmOutcome.NotPending outcome) {
    return overtaken(pages, locator);
  }

  @Override
  public Response vendorSilent(ConfirmOutcome.VendorSilent outcome) {
    String text =
        "The vendor does not answer, so its prices could not be checked. Nothing was bought and"
            + " nothing has changed. Try again in a few minutes.";
    return again(503, page.saying(text)).build();
  }

  /** When an answer of the owner met an order that no longer waits for it. */
  static Response overtaken(Pages pages, Locator locator) {
    Message message =
        new Message(
            "This order has moved on",
            "It no longer waits for that answer, so your answer changed nothing.",
            Optional.of(new Message.Way(OrderPage.pathOf(locator), "See where it stands")));
    return pages.message(409, message).build();
  }

  private Response.ResponseBuilder again(int status, OrderPage page) {
    return pages.page(status, "order.jte", page);
  }

  private Response changed(ChangedPage page) {
    return pages.page(409, "changed.jte", page).build();
  }

  private ShownOrder order() {
    return new ShownOrder(shown, ForeignText.ON_PAGES);
  }
}
