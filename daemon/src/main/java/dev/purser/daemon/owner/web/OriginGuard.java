package dev.purser.daemon.owner.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that another site sent. The order's pages carry a locator in their address and so
 * send no referrer; browsers then write {@code Origin: null} even into our own forms. So "null" is
 * let through here unless {@code Sec-Fetch-Site} says where it came from: whoever can fill in the
 * form's address has the link already. {@link OwnOriginOnly} is stricter.
 */
@PreMatching
@Priority(300)
public final class OriginGuard implements ContainerRequestFilter {
  // "same-site" is another port of this very machine, where an agent may listen.
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final SiteAddress site;
  private final Pages pages;

  public OriginGuard(SiteAddress site, Pages pages) {
    this.site = site;
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!Methods.isReading(request.getMethod()) && isForeign(request)) {
      request.abortWith(refusal(pages));
    }
  }

  static Response refusal(Pages pages) {
    Message message =
        new Message(
            "Not from here",
            "Another site, or a browser that hides where it comes from, sent this form. Nothing was"
                + " changed. Open the page itself and try again.");
    return pages.message(403, message).build();
  }

  private boolean isForeign(ContainerRequestContext request) {
    String fetchSite = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    return (fetchSite != null && !OURS.contains(fetchSite)) || namesAnother(origin);
  }

  private boolean namesAnother(@Nullable String origin) {
    return origin != null && !origin.equals("null") && !origin.equals(site.origin());
  }
}
