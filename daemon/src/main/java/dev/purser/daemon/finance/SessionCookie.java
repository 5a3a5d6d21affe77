package dev.purser.daemon.finance;

import dev.purser.daemon.owner.web.SiteAddress;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a session: for no script, no other site and no other page. */
final class SessionCookie {
  static final String NAME = "purser-session";
  private static final String PATH = "/finance";

  private SessionCookie() {}

  static NewCookie carrying(String token, SiteAddress site) {
    return builder(token, site).build();
  }

  static NewCookie expired(SiteAddress site) {
    return builder("", site).maxAge(0).build();
  }

  private static NewCookie.Builder builder(String value, SiteAddress site) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path(PATH)
        .httpOnly(true)
        .secure(site.isSecure())
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
