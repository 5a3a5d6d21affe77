package dev.purser.agentapi.mcp;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import java.util.List;

/** Host and Origin as clients on this machine send them. */
final class LocalOrigins {
  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  private LocalOrigins() {}

  /**
   * This machine's names with any port and, over a Unix socket where a name means nothing, the one
   * that our own client sends.
   */
  static ServerHttpHeaderValidator validator() {
    var hosts = DefaultServerTransportSecurityValidator.builder().allowedHost("purser");
    for (String name : NAMES) {
      hosts.allowedHost(name).allowedHost(name + ":*");
      hosts.allowedOrigin("http://" + name).allowedOrigin("http://" + name + ":*");
    }
    return hosts.build();
  }
}
