package dev.purser.daemon.owner.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Refuses requests for another host: a stranger's name that was re-bound to our address. Those for
 * ours are answered under the address that is configured, whatever a proxy made of it on the way.
 */
@PreMatching
@Priority(100)
public final class HostGuard implements ContainerRequestFilter {
  private static final int MISDIRECTED_REQUEST = 421; // RFC 9110, 15.5.20

  private final SiteAddress site;
  private final Pages pages;

  public HostGuard(SiteAddress site, Pages pages) {
    this.site = site;
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!site.isHost(request.getHeaderString(HttpHeaders.HOST))) {
      request.abortWith(
          pages
              .message(
                  MISDIRECTED_REQUEST,
                  new Message("Wrong address", "Purser does not answer under this name."))
              .build());
      return;
    }
    request.setRequestUri(site.home(), site.here(request.getUriInfo().getRequestUri()));
  }
}
