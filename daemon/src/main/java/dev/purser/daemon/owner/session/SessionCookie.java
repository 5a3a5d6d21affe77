package dev.purser.daemon.owner.session;

import dev.purser.daemon.owner.web.SiteAddress;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/**
 * The cookie that carries a session: for no script and no other site. Over https its name makes
 * browsers refuse it from any other host, and from this one without TLS.
 */
public final class SessionCookie {
  private static final String PLAIN = "purser";
  private static final String OF_THIS_HOST = "__Host-" + PLAIN;

  private final boolean secure;

  public SessionCookie(SiteAddress site) {
    this.secure = site.isSecure();
  }

  /** {@code __Host-purser}, or {@code purser} where there is no TLS. */
  public String name() {
    return secure ? OF_THIS_HOST : PLAIN;
  }

  /** The token in a request's cookies. */
  public Optional<String> token(Map<String, Cookie> cookies) {
    return Optional.ofNullable(cookies.get(name())).map(Cookie::getValue);
  }

  public NewCookie carrying(String token) {
    return builder(token).build();
  }

  public NewCookie expired() {
    return builder("").maxAge(0).build();
  }

  private NewCookie.Builder builder(String value) {
    return new NewCookie.Builder(name())
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
