package dev.purser.daemon.owner.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the owner's browser reaches the pages, and so what it says in Host and Origin. */
public final class SiteAddress {
  private final String origin;
  private final Set<String> hosts;
  private final String host;
  private final boolean secure;

  /**
   * The address of a base URL such as {@code https://purser.example}.
   *
   * @throws IllegalArgumentException when it is not http or https with a host and nothing else
   */
  public SiteAddress(URI baseUrl) {
    String scheme = lower(baseUrl.getScheme());
    String host = lower(baseUrl.getHost());
    if (!Set.of("http", "https").contains(scheme) || host.isEmpty() || hasMore(baseUrl)) {
      throw new IllegalArgumentException(
          "'%s' is no base URL: write it like https://purser.example".formatted(baseUrl));
    }
    this.secure = scheme.equals("https");
    int defaultPort = secure ? 443 : 80;
    int port = baseUrl.getPort() < 0 ? defaultPort : baseUrl.getPort();
    this.host = host;
    String named = host + ":" + port;
    this.hosts = port == defaultPort ? Set.of(host, named) : Set.of(named);
    this.origin = scheme + "://" + (port == defaultPort ? host : named);
  }

  /** As a browser sends it: {@code http://localhost:8480}. */
  public String origin() {
    return origin;
  }

  /** The start page. */
  URI home() {
    return URI.create(origin + "/");
  }

  /** The same path and query at this address. */
  URI here(URI asked) {
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create(origin + asked.getRawPath() + query);
  }

  /** The host alone, in small letters: {@code localhost}. */
  public String host() {
    return host;
  }

  /** Whether a Host header names this site; a missing one does not. */
  public boolean isHost(@Nullable String host) {
    return host != null && hosts.contains(lower(host));
  }

  /** Whether it is reached by https alone, so that cookies can insist on it. */
  public boolean isSecure() {
    return secure;
  }

  private static boolean hasMore(URI url) {
    boolean hasPath = url.getPath() != null && !url.getPath().matches("/?");
    return hasPath
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
