package dev.purser.daemon.owner.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser fetches before its user asks. A page that nobody looks at is not shown
 * (503: the browser asks again once it is wanted), and a form that nobody sent is not taken.
 */
@PreMatching
@Priority(200)
public final class PrefetchGuard implements ContainerRequestFilter {
  private static final Set<String> HEADERS = Set.of("Sec-Purpose", "Purpose", "X-Moz");

  private final Pages pages;

  public PrefetchGuard(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (HEADERS.stream().anyMatch(header -> isAhead(request.getHeaderString(header)))) {
      int status = Methods.isReading(request.getMethod()) ? 503 : 403;
      Message message =
          new Message("Not yet", "This page is made when somebody looks at it, and not before.");
      request.abortWith(pages.message(status, message).build());
    }
  }

  private static boolean isAhead(@Nullable String purpose) {
    String text = purpose == null ? "" : purpose.toLowerCase(Locale.ROOT);
    return text.contains("prefetch") || text.contains("prerender") || text.contains("preview");
  }
}
