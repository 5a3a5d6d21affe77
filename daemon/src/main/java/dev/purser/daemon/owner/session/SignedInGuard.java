package dev.purser.daemon.owner.session;

import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Methods;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.SignedIn;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Keeps {@link SignedIn}: who wants to read is sent to sign in, and a form is not taken. Nothing
 * counts but the cookie, whatever a proxy says about its user.
 */
@SignedIn
@Priority(500)
public final class SignedInGuard implements ContainerRequestFilter {
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Pages pages;

  public SignedInGuard(Sessions sessions, SessionCookie cookie, Pages pages) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Session> session =
        cookie
            .token(request.getCookies())
            .flatMap(sessions::use)
            .filter(open -> open.is(Role.OWNER));
    session.ifPresentOrElse(open -> open.enter(request), () -> request.abortWith(refusal(request)));
  }

  private Response refusal(ContainerRequestContext request) {
    ReturnPath back = ReturnPath.to(request.getUriInfo().getRequestUri());
    return Methods.isReading(request.getMethod())
        ? Pages.seeOther(back.signIn())
        : pages.message(403, signedOut()).build();
  }

  private static Message signedOut() {
    return new Message(
        "You are signed out",
        "Nothing was changed. Sign in and do it again.",
        Optional.of(new Message.Way(ReturnPath.HOME.signIn(), "Sign in")));
  }
}
