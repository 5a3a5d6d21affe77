package dev.purser.daemon.owner;

import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.ProofForm;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.owner.web.SecurityHeaders;
import dev.purser.daemon.owner.web.SignedIn;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.purchasing.StandingDesk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says yes to in advance: looked at, written down, signed by a passkey, ended by one
 * tap. What is signed is what was read back, and comes from the daemon and not from the form.
 */
@Path(StandingResource.PATH)
@SignedIn
@OwnOriginOnly
public final class StandingResource {
  static final String PATH = "/owner/mandates";

  private static final String NOT_SIGNED =
      "No mandate was granted: that passkey does not sign it, or the terms are too old or no longer"
          + " what the policy allows. Write them down again.";
  private static final String NOT_RESUMED =
      "It does not stand again: that passkey does not sign it, or something else is against it.";

  private final StandingDesk desk;
  private final Pages pages;

  public StandingResource(StandingDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  public Response list() {
    return page(
        200,
        "standing_list.jte",
        new StandingPages.Many(
            desk.list().stream().map(sheet -> StandingPages.of(sheet, clock())).toList()));
  }

  @GET
  @Path("new")
  public Response form() {
    StandingForm usual = StandingForm.usual(desk.policy().limit().currency());
    return form(200, usual, Optional.empty());
  }

  /** Reads the terms back, to be signed. Keeps nothing. */
  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response draft(MultivaluedMap<String, String> typed) {
    StandingForm form = StandingForm.of(typed);
    Policy policy = desk.policy();
    try {
      LocalDate today = LocalDate.ofInstant(desk.now(), policy.owner().zone());
      var text = desk.draft(form.wish(policy.limit().currency(), today));
      return page(200, "standing_sign.jte", StandingPages.Draft.of(text, clock()));
    } catch (IllegalArgumentException e) {
      return form(400, form, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** For the page's script: what a passkey is to sign. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(@FormParam("terms") @Nullable String terms) {
    return desk.ask(terms == null ? "" : terms)
        .map(RequestJson::answer)
        .orElseGet(() -> notSigned(409));
  }

  @POST
  @Path("grant")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response grant(MultivaluedMap<String, String> form) {
    String terms = form.getFirst("terms");
    return ProofForm.assertion(form)
        .flatMap(assertion -> desk.grant(terms == null ? "" : terms, assertion))
        .map(id -> Pages.seeOther(PATH + "/" + id))
        .orElseGet(() -> notSigned(403));
  }

  @GET
  @Path("{mandate}")
  public Response look(@PathParam("mandate") String id) {
    return found(id, one -> one(200, one));
  }

  /** For the page's script: what a passkey is to sign so that it stands again. */
  @POST
  @Path("{mandate}/challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challengeToResume(@PathParam("mandate") String id) {
    return found(
        id,
        one ->
            desk.askToResume(UUID.fromString(one.id()))
                .map(RequestJson::answer)
                .orElseGet(() -> one(409, one.saying(NOT_RESUMED))));
  }

  @POST
  @Path("{mandate}/resume")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resume(@PathParam("mandate") String id, MultivaluedMap<String, String> form) {
    return found(
        id,
        one ->
            ProofForm.assertion(form)
                .filter(assertion -> desk.resume(UUID.fromString(one.id()), assertion))
                .map(done -> Pages.seeOther(one.path()))
                .orElseGet(() -> again(one.id())));
  }

  @POST
  @Path("{mandate}/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@PathParam("mandate") String id) {
    return found(
        id,
        one -> {
          desk.revoke(UUID.fromString(one.id()), "owner");
          return Pages.seeOther(one.path());
        });
  }

  private Response again(String id) {
    return found(id, one -> one(403, one.saying(NOT_RESUMED)));
  }

  private Response found(String text, Function<StandingPages.One, Response> answer) {
    return uuid(text)
        .flatMap(desk::find)
        .map(sheet -> StandingPages.of(sheet, clock()))
        .map(answer)
        .orElseGet(pages::nothingHere);
  }

  private Response one(int status, StandingPages.One one) {
    return page(status, "standing_one.jte", one);
  }

  private Response form(int status, StandingForm form, Optional<String> alert) {
    return page(status, "standing_new.jte", StandingPages.wanted(desk.policy(), form, alert));
  }

  private Response notSigned(int status) {
    Message message =
        new Message(
            "Not granted",
            NOT_SIGNED,
            Optional.of(new Message.Way(PATH + "/new", "Write it down again")));
    return pages.message(status, message).build();
  }

  /** With its referrer, so that browsers say in Origin where the form comes from. */
  private Response page(int status, String template, Object model) {
    return pages
        .page(status, template, model)
        .header(SecurityHeaders.REFERRER_POLICY, "same-origin")
        .build();
  }

  private OwnerClock clock() {
    return new OwnerClock(desk.policy().owner().zone());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
