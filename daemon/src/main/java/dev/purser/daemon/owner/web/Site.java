package dev.purser.daemon.owner.web;

import java.util.List;

/** All that an application must register to serve pages, besides the resources of its own. */
public final class Site {
  private final SiteAddress address;
  private final Pages pages;

  public Site(SiteAddress address, Pages pages) {
    this.address = address;
    this.pages = pages;
  }

  public SiteAddress address() {
    return address;
  }

  public Pages pages() {
    return pages;
  }

  /** Guards, headers, error pages, start page and style sheet, for Jersey. */
  public List<Object> components() {
    return List.of(
        new HostGuard(address, pages),
        new PrefetchGuard(pages),
        new OriginGuard(address, pages),
        new FormGuard(pages),
        new OwnOriginGuard(address, pages),
        new SecurityHeaders(address),
        new PageErrors(pages),
        new StartResource(pages));
  }
}
