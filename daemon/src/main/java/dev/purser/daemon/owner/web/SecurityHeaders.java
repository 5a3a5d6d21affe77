package dev.purser.daemon.owner.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

/** One script of our own, no frames, no other site, nothing kept, on every answer. */
public final class SecurityHeaders implements ContainerResponseFilter {
  /** Pages whose address is no secret may loosen it to {@code same-origin}. */
  public static final String REFERRER_POLICY = "Referrer-Policy";

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
          + " img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** RFC 6797: a year, and no word on names that are not ours. */
  private static final String ONLY_TLS = "max-age=31536000";

  private final boolean secure;

  public SecurityHeaders(SiteAddress site) {
    this.secure = site.isSecure();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Frame-Options", "DENY");
    headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
    headers.putSingle("X-Robots-Tag", "noindex");
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    if (secure) {
      headers.putSingle("Strict-Transport-Security", ONLY_TLS);
    }
    if (!headers.containsKey(REFERRER_POLICY)) {
      headers.putSingle(REFERRER_POLICY, "no-referrer");
    }
  }
}
