package dev.purser.daemon.listeners;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes what named proxies say of whom they ask for: address, scheme and host. From anybody else
 * such words are taken off the request, so that nothing behind this door can believe them. Who a
 * proxy says that the user is, nobody asks.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Set<String> WORDS =
      Set.of("forwarded", "proxy-auth-cert", "proxy-ssl-id", "x-proxied-https", "x-real-ip");

  private final ForwardedRequestCustomizer believing = new ForwardedRequestCustomizer();
  private final Set<InetAddress> trusted;

  TrustedProxies(List<String> addresses) {
    this.trusted =
        addresses.stream().map(TrustedProxies::address).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * An address in figures; names are not looked up, since others answer for them.
   *
   * @throws IllegalArgumentException for people, when it is none
   */
  static InetAddress address(String text) {
    try {
      if (ADDRESS.matcher(text).matches()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // Said below, as for what does not even look like one.
    }
    throw new IllegalArgumentException(
        "'owner.trustedProxies' must be addresses such as 127.0.0.1, not '" + text + "'.");
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    if (!isTrusted(request.getConnectionMetaData().getRemoteSocketAddress())) {
      return with(request, withoutWords(request.getHeaders()));
    }
    Request seen = believing.customize(request, responseHeaders);
    String authority = seen.getHttpURI().getAuthority();
    return authority == null
        ? seen
        : with(seen, HttpFields.build(seen.getHeaders()).put(HttpHeader.HOST, authority));
  }

  private static HttpFields withoutWords(HttpFields headers) {
    HttpFields.Mutable kept = HttpFields.build();
    for (HttpField header : headers) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (!name.startsWith("x-forwarded-") && !WORDS.contains(name)) {
        kept.add(header);
      }
    }
    return kept.asImmutable();
  }

  private static Request with(Request request, HttpFields headers) {
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private boolean isTrusted(SocketAddress peer) {
    return peer instanceof InetSocketAddress inet
        && inet.getAddress() != null
        && trusted.contains(inet.getAddress());
  }
}
