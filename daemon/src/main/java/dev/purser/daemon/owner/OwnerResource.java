package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
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
                pages, page, shownFor -> confirm(locator, sheet, page, attempt, shownFor)));
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
  @Path("undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("locator") String locator) {
    return pages.found(locator, (known, sheet) -> pages.answered(known, pages.desk().undo(known)));
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
