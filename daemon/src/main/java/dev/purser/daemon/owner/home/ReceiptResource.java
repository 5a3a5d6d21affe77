package dev.purser.daemon.owner.home;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.owner.session.Session;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.ProofForm;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.owner.web.SignedIn;
import dev.purser.daemon.purchasing.SignedInDesk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One order's receipt: what it was, what became of it, and what can still be done about it. */
@Path("/owner/orders/{order}")
@SignedIn
@OwnOriginOnly
public final class ReceiptResource {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptResource.class);
  private static final String NO_AMOUNT =
      "Write an amount that is more than nothing and at most what is left.";

  private final SignedInDesk desk;
  private final Receipts receipts;
  private final ProofGuard guard;
  private final Pages pages;

  public ReceiptResource(SignedInDesk desk, Receipts receipts, ProofGuard guard, Pages pages) {
    this.desk = desk;
    this.receipts = receipts;
    this.guard = guard;
    this.pages = pages;
  }

  @GET
  public Response show(@PathParam("order") String id) {
    return found(id, order -> receipt(200, order, "", Optional.empty()));
  }

  /** Makes a link of the owner's own to an order that waits, and follows it. */
  @POST
  @Path("open")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(@PathParam("order") String id) {
    return found(
        id,
        order ->
            desk.open(order)
                .map(Locator::reveal)
                .map(locator -> Pages.seeOther("/o/" + locator))
                .orElseGet(() -> overtaken(order)));
  }

  @POST
  @Path("undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("order") String id) {
    return found(id, order -> desk.undo(order) ? back(order) : overtaken(order));
  }

  /** For the page's script: what is to be signed for this amount. */
  @POST
  @Path("refund/challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(
      @PathParam("order") String id, @FormParam("amount") @Nullable String amount) {
    return found(
        id,
        order ->
            form(order, amount)
                .flatMap(refund -> guard.ask(refund.matter()))
                .map(RequestJson::answer)
                .orElseGet(() -> overtaken(order)));
  }

  @POST
  @Path("refund")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response refund(
      @PathParam("order") String id,
      MultivaluedMap<String, String> form,
      @Context ContainerRequestContext request) {
    String typed = Optional.ofNullable(form.getFirst("amount")).orElse("").strip();
    return found(
        id,
        order ->
            form(order, typed)
                .map(
                    refund ->
                        ProofForm.attempt(form)
                            .map(proof -> refund(refund, proof, Session.of(request)))
                            .orElseGet(() -> again(400, refund, "Give your proof to refund.")))
                .orElseGet(() -> receipt(400, order, typed, Optional.of(NO_AMOUNT))));
  }

  private Response refund(RefundForm refund, ProofAttempt proof, Session session) {
    return guard
        .check(refund.matter(), proof)
        .match(
            proven -> pay(refund, session),
            wrong ->
                again(
                    403,
                    refund,
                    "That does not prove it is you. " + Attempts.left(wrong.attemptsLeft())),
            locked -> again(429, refund, "Too many wrong passphrases. Try again in a while."));
  }

  private Response pay(RefundForm refund, Session session) {
    return switch (desk.refund(refund.order(), refund.amount(), session.person())) {
      case REFUNDED, UNDER_WAY -> back(refund.order());
      case NOT_POSSIBLE -> overtaken(refund.order());
      case REFUSED -> again(409, refund, "The payment rail refused the refund.");
    };
  }

  private Optional<RefundForm> form(UUID order, @Nullable String typed) {
    return desk.refundable(order)
        .flatMap(left -> RefundForm.read(order, typed == null ? "" : typed.strip(), left));
  }

  private Response found(String id, Function<UUID, Response> answer) {
    try {
      UUID order = UUID.fromString(id);
      return desk.look(order).isPresent() ? answer.apply(order) : pages.nothingHere();
    } catch (AlteredOrderException e) {
      LOG.error("An order was altered in the database", e);
      return pages.message(500, altered()).build();
    } catch (IllegalArgumentException e) {
      return pages.nothingHere();
    }
  }

  private Response again(int status, RefundForm refund, String alert) {
    return receipt(status, refund.order(), refund.amount().value(), Optional.of(alert));
  }

  private Response receipt(int status, UUID order, String typed, Optional<String> alert) {
    ReceiptPage page = receipts.receipt(order, guard.ways(), typed).orElseThrow();
    return pages
        .withReferrer(status, "owner_receipt.jte", alert.map(page::saying).orElse(page))
        .build();
  }

  private static Response back(UUID order) {
    return Pages.seeOther("/owner/orders/" + order);
  }

  private Response overtaken(UUID order) {
    Message message =
        new Message(
            "This order has moved on",
            "It no longer takes that answer, so nothing was changed.",
            Optional.of(new Message.Way("/owner/orders/" + order, "See where it stands")));
    return pages.message(409, message).build();
  }

  private static Message altered() {
    return new Message(
        "This order was altered",
        "What is stored is no longer what was proposed. Somebody has been at the database: stop the"
            + " daemon, and run 'purser audit verify'.");
  }
}
