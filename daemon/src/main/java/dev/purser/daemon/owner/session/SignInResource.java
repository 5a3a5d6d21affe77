package dev.purser.daemon.owner.session;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.ProofForm;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.owner.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coming in and going out. */
@Path("/owner")
@OwnOriginOnly
public final class SignInResource {
  private static final ProofWays NO_WAYS = new ProofWays(false, false);

  private final OwnerSignIn signIn;
  private final Sessions sessions;
  private final Pages pages;
  private final SessionCookie cookie;
  private final OwnerClock clock;

  public SignInResource(OwnerSignIn signIn, Sessions sessions, Site site, OwnerClock clock) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.pages = site.pages();
    this.cookie = new SessionCookie(site.address());
    this.clock = clock;
  }

  @GET
  @Path("sign-in")
  public Response form(@QueryParam("to") @Nullable String to) {
    return ask(200, ReturnPath.of(to), signIn.ways(), Optional.empty());
  }

  /** For the page's script. */
  @POST
  @Path("sign-in/challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge() {
    return signIn
        .ask()
        .map(RequestJson::answer)
        .orElseGet(
            () ->
                pages.message(409, new Message("Not now", "There is no passkey to ask.")).build());
  }

  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      MultivaluedMap<String, String> form,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    ReturnPath to = ReturnPath.of(form.getFirst("to"));
    Visitor visitor = new Visitor(headers, request.getRemoteAddr(), to);
    String nonce = Optional.ofNullable(form.getFirst("nonce")).orElse("");
    return ProofForm.attempt(form)
        .map(
            attempt ->
                attempt.<Response>match(
                    typed -> typed(typed, visitor),
                    signed ->
                        signIn
                            .admit(nonce, signed.assertion(), visitor.from())
                            .map(session -> welcome(session, visitor))
                            .orElseGet(
                                () -> refuse(403, to, "That passkey does not sign you in."))))
        .orElseGet(() -> refuse(400, to, "Give your proof to sign in."));
  }

  @POST
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@Context HttpHeaders headers) {
    cookie.token(headers.getCookies()).ifPresent(sessions::close);
    return Response.fromResponse(Pages.seeOther(ReturnPath.HOME.signIn()))
        .cookie(cookie.expired())
        .build();
  }

  /** Who is at the door, and where to. */
  private record Visitor(HttpHeaders headers, String from, ReturnPath to) {}

  private Response typed(ProofAttempt.Typed passphrase, Visitor visitor) {
    return signIn
        .check(passphrase)
        .match(
            proven -> welcome(signIn.admit(visitor.from()), visitor),
            wrong ->
                refuse(
                    403,
                    visitor.to(),
                    "That does not sign you in. " + Attempts.left(wrong.attemptsLeft())),
            locked -> locked(visitor.to(), locked.until()));
  }

  private Response locked(ReturnPath to, Instant until) {
    String text =
        "Too many wrong passphrases. Signing in is locked until %s.".formatted(clock.brief(until));
    return ask(429, to, NO_WAYS, Optional.of(text));
  }

  private Response welcome(Session session, Visitor visitor) {
    cookie.token(visitor.headers().getCookies()).ifPresent(sessions::close);
    return Response.fromResponse(Pages.seeOther(visitor.to().path()))
        .cookie(cookie.carrying(sessions.open(session)))
        .build();
  }

  private Response refuse(int status, ReturnPath to, String text) {
    return ask(status, to, signIn.ways(), Optional.of(text));
  }

  private Response ask(int status, ReturnPath to, ProofWays ways, Optional<String> alert) {
    return pages
        .withReferrer(status, "owner_sign_in.jte", new SignInPage(to.path(), ways, alert))
        .build();
  }
}
