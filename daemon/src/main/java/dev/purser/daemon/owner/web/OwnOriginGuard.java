package dev.purser.daemon.owner.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Keeps {@link OwnOriginOnly}: a missing or hidden origin is refused too. */
@OwnOriginOnly
@Priority(400)
public final class OwnOriginGuard implements ContainerRequestFilter {
  private final SiteAddress site;
  private final Pages pages;

  public OwnOriginGuard(SiteAddress site, Pages pages) {
    this.site = site;
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isOurs = site.origin().equals(request.getHeaderString("Origin"));
    if (!Methods.isReading(request.getMethod()) && !isOurs) {
      request.abortWith(OriginGuard.refusal(pages));
    }
  }
}
