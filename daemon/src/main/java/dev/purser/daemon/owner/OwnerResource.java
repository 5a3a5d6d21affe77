package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.RequestJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order's page and the owner's answers to it. Looking changes nothing. */
@Path("/o/{locator}")
public final class OwnerResource {
  private static final String MISTYPED = "Those are not the total’s digits. Nothing has changed.";

  private final OrderPages pages;

  public OwnerResource(OrderPages pages) {
    this.pages = pages;
  }

  @GET
  public Response look(@PathParam("locator") String locator) {
    return pages.found(locator, (known, sheet) -> pages.show(200, pages.page(known, sheet)));
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("locator") String locator, MultivaluedMap<String, String> form) {
    return pages.found(
        locator,
        (known, sheet) ->
            ConfirmForm.attempt(form)
                .map(attempt -> confirm(known, sheet, attempt, form))
                .orElseGet(() -> again(400, known, sheet, "Give your proof to confirm.")));
  }

  /** An order that waits no more is told of first: there is nothing to be deliberate about. */
  private Response confirm(
      Locator locator,
      OrderSheet sheet,
      ProofAttempt attempt,
      MultivaluedMap<String, String> form) {
    OrderPage page = pages.page(locator, sheet);
    if (!page.answers().mayConfirm()) {
      return pages.answered(locator, false);
    }
    return pages
        .deliberation()
        .look(sheet, form)
        .match(
            new HastyAnswers(
                (status, sentence) -> pages.show(status, page.saying(sentence)),
                MISTYPED,
                shownFor -> confirm(locator, sheet, page, attempt, shownFor)));
  }

  private Response confirm(
      Locator locator, OrderSheet sheet, OrderPage page, ProofAttempt attempt, Duration shownFor) {
    return pages
        .desk()
        .confirm(locator, attempt, shownFor)
        .match(new ConfirmAnswers(pages.pages(), sheet, locator, page, attempt, pages.now()));
  }

  /** For the page's script: changes nothing about the order. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(
      @PathParam("locator") String locator, @FormParam("digest") @Nullable String digest) {
    return pages.found(
        locator,
        (known, sheet) ->
            pages
                .desk()
                .ask(known, digest == null ? "" : digest)
                .map(RequestJson::answer)
                .orElseGet(() -> pages.answered(known, false)));
  }

  @POST
  @Path("decline")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decline(
      @PathParam("locator") String locator,
      @FormParam("code") @Nullable String code,
      @FormParam("reason") @Nullable String reason) {
    return pages.found(
        locator,
        (known, sheet) ->
            DeclineForm.read(code, reason)
                .map(decline -> pages.answered(known, pages.desk().decline(known, decline)))
                .orElseGet(() -> again(400, known, sheet, "Give your reason in 280 characters.")));
  }

  @POST
  @Path("freeze")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response freeze(
      @PathParam("locator") String locator, @FormParam("who") @Nullable String who) {
    return pages.found(
        locator,
        (known, sheet) ->
            "all".equals(who) || "agent".equals(who)
                ? frozen(pages.desk().freeze(known, "all".equals(who)).orElse(0))
                : again(400, known, sheet, "Say whom to freeze."));
  }

  private Response frozen(int declined) {
    Message message =
        new Message(
            "Frozen",
            "No more is taken from there, and %d that waited %s declined. Only your proof thaws it."
                .formatted(declined, declined == 1 ? "was" : "were"),
            Optional.of(new Message.Way(FreezeResource.PATH, "Who is frozen")));
    return pages.pages().message(200, message).build();
  }

  @POST
  @Path("undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("locator") String locator) {
    return pages.found(locator, (known, sheet) -> pages.answered(known, pages.desk().undo(known)));
  }

  /** Ends the standing mandates that were meant for the order: one tap, like undoing. */
  @POST
  @Path("revoke-mandate")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revokeMandate(@PathParam("locator") String locator) {
    return pages.found(
        locator, (known, sheet) -> pages.answered(known, pages.desk().revokeStanding(known)));
  }

  private Response again(int status, Locator locator, OrderSheet sheet, String alert) {
    return pages.show(status, pages.page(locator, sheet).saying(alert));
  }

  /** Why the owner says no; a bare no has no code. */
  private static final class DeclineForm {
    static Optional<Decline> read(@Nullable String code, @Nullable String reason) {
      try {
        Decline.Code known = code == null ? Decline.Code.OTHER : Decline.Code.of(code);
        return Optional.of(new Decline(known, reason == null ? "" : reason.strip()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
