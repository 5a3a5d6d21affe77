package dev.purser.daemon.listeners;

import dev.purser.agentapi.http.Incidents;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Incidents in the daemon's log, each with its stack. */
public final class LoggedIncidents implements Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedIncidents.class);

  private final Supplier<String> ids;

  /**
   * Incidents with these ids.
   *
   * @param ids unique; short enough to read out on the telephone
   */
  public LoggedIncidents(Supplier<String> ids) {
    this.ids = ids;
  }

  @Override
  public String record(Throwable cause) {
    String id = ids.get();
    LOG.error("Incident {}", id, cause);
    return id;
  }
}
