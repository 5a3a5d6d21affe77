package dev.purser.daemon.owner.session;

import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofResult;
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
                pages
                    .message(
                        409,
                        new Message(
                            "Not now",
                            "There is no passkey to ask, or it was asked too often. Wait some"
                                + " minutes."))
                    .build());
  }

  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      MultivaluedMap<String, String> form,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    ReturnPath to = ReturnPath.of(form.getFirst("to"));
    Optional<ProofAttempt> attempt = ProofForm.attempt(form);
    return attempt
        .map(
            given ->
                answer(
                    signIn.check(given),
                    to,
                    evidence -> {
                      cookie.token(headers.getCookies()).ifPresent(sessions::close);
                      return welcome(signIn.admit(evidence, request.getRemoteAddr()), to);
                    }))
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

  private Response answer(
      ProofResult result, ReturnPath to, java.util.function.Function<Evidence, Response> ifProven) {
    return result.match(
        proven -> ifProven.apply(proven.evidence()),
        wrong ->
            refuse(403, to, "That does not sign you in. " + Attempts.left(wrong.attemptsLeft())),
        locked ->
            ask(
                429,
                to,
                NO_WAYS,
                Optional.of(
                    "Too many wrong passphrases. Signing in is locked until %s."
                        .formatted(clock.brief(locked.until())))));
  }

  private Response welcome(Session session, ReturnPath to) {
    return Response.fromResponse(Pages.seeOther(to.path()))
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
