package dev.purser.daemon.notices;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where something is posted to. What follows the host may be as good as a password, as it is with
 * many services, so it is never printed.
 *
 * @param uri {@code https}, or {@code http} on this machine; without user, query and fragment
 */
public record WebAddress(URI uri) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public WebAddress {
    require(uri.getHost() != null && !uri.isOpaque(), "a url has a host");
    require(uri.getRawUserInfo() == null, "a url has no user in it: name a file for the secret");
    require(
        uri.getRawFragment() == null && uri.getRawQuery() == null,
        "a url has neither '?' nor '#' in it");
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    require(
        scheme.equals("https") || (scheme.equals("http") && isThisMachine(uri)),
        "a url begins with https://, or with http:// for this machine");
  }

  private static boolean isThisMachine(URI uri) {
    return THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** All that may be seen of it. */
  public String host() {
    return uri.getHost();
  }

  @Override
  public String toString() {
    return "WebAddress[" + host() + "]";
  }
}
