package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.OwnerDesk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One order's page and the owner's answers to it. Looking changes nothing. */
@Path("/o/{locator}")
public final class OwnerResource {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerResource.class);
  private static final int MAX_REASON = 280;

  private static final Message ALTERED =
      new Message(
          "This order was altered",
          "What is stored is no longer what was proposed, so it can be neither confirmed nor paid."
              + " Somebody has been at the database: stop the daemon, and run 'purser audit"
              + " verify'.");

  private final OwnerDesk desk;
  private final Pages pages;
  private final Clock clock;

  public OwnerResource(OwnerDesk desk, Pages pages, Clock clock) {
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  public Response look(@PathParam("locator") String locator) {
    return found(locator, (known, sheet) -> order(200, page(known, sheet)));
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("locator") String locator, MultivaluedMap<String, String> form) {
    return found(
        locator,
        (known, sheet) ->
            ConfirmForm.attempt(form)
                .map(attempt -> confirm(known, sheet, attempt))
                .orElseGet(
                    () -> order(400, page(known, sheet).saying("Give your proof to confirm."))));
  }

  private Response confirm(Locator locator, OrderSheet sheet, ProofAttempt attempt) {
    OrderPage page = page(locator, sheet);
    return desk.confirm(locator, attempt)
        .match(new ConfirmAnswers(pages, sheet, locator, page, attempt, clock.instant()));
  }

  /** For the page's script: changes nothing about the order. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(
      @PathParam("locator") String locator, @FormParam("digest") @Nullable String digest) {
    return found(
        locator,
        (known, sheet) ->
            desk.ask(known, digest == null ? "" : digest)
                .map(RequestJson::answer)
                .orElseGet(() -> ConfirmAnswers.overtaken(pages, known)));
  }

  @POST
  @Path("decline")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decline(
      @PathParam("locator") String locator, @FormParam("reason") @Nullable String reason) {
    String words = reason == null ? "" : reason.strip();
    return found(
        locator,
        (known, sheet) -> {
          if (words.length() > MAX_REASON) {
            return order(400, page(known, sheet).saying("Give your reason in 280 characters."));
          }
          return answered(known, desk.decline(known, words));
        });
  }

  @POST
  @Path("freeze")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response freeze(
      @PathParam("locator") String locator, @FormParam("who") @Nullable String who) {
    return found(
        locator,
        (known, sheet) ->
            "all".equals(who) || "agent".equals(who)
                ? frozen(desk.freeze(known, "all".equals(who)).orElse(0))
                : order(400, page(known, sheet).saying("Say whom to freeze.")));
  }

  private Response frozen(int declined) {
    Message message =
        new Message(
            "Frozen",
            "No more is taken from there, and %d that waited %s declined. Only your proof thaws it."
                .formatted(declined, declined == 1 ? "was" : "were"),
            Optional.of(new Message.Way(FreezeResource.PATH, "Who is frozen")));
    return pages.message(200, message).build();
  }

  @POST
  @Path("undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("locator") String locator) {
    return found(locator, (known, sheet) -> answered(known, desk.undo(known)));
  }

  /** Ends the standing mandates that were meant for the order: one tap, like undoing. */
  @POST
  @Path("revoke-mandate")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revokeMandate(@PathParam("locator") String locator) {
    return found(locator, (known, sheet) -> answered(known, desk.revokeStanding(known)));
  }

  private Response found(String text, BiFunction<Locator, OrderSheet, Response> answer) {
    Optional<Locator> locator = Locator.parse(text);
    try {
      return locator
          .flatMap(desk::look)
          .map(sheet -> answer.apply(locator.orElseThrow(), sheet))
          .orElseGet(pages::nothingHere);
    } catch (AlteredOrderException e) {
      return altered(pages, e);
    }
  }

  static Response altered(Pages pages, AlteredOrderException altered) {
    LOG.error("An order was altered in the database", altered);
    return pages.message(500, ALTERED).build();
  }

  private Response answered(Locator locator, boolean done) {
    return done
        ? Pages.seeOther(OrderPage.pathOf(locator))
        : ConfirmAnswers.overtaken(pages, locator);
  }

  private OrderPage page(Locator locator, OrderSheet sheet) {
    return OrderPage.of(sheet, locator, desk.ways(), clock.instant());
  }

  private Response order(int status, OrderPage page) {
    return pages.page(status, "order.jte", page).build();
  }
}
