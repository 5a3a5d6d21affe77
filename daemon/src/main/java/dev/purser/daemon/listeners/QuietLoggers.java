package dev.purser.daemon.listeners;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Loggers of others that write a line whenever a client says or does something odd. An agent could
 * fill the disk with them, whatever the configuration says.
 */
final class QuietLoggers {
  private static final Map<String, Level> LEVELS =
      Map.of(
          // Any unknown protocol version.
          "io.modelcontextprotocol.server.McpStatelessAsyncServer", Level.ERROR,
          // A host name or path that is none.
          "org.eclipse.jetty.util.HostPort", Level.OFF,
          // A caller who hangs up early.
          "org.glassfish.jersey.server.ServerRuntime$Responder", Level.OFF);

  private QuietLoggers() {}

  static void quieten() {
    LEVELS.forEach(
        (name, level) -> {
          if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
          }
        });
  }
}
