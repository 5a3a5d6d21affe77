package dev.purser.agentapi.http;

/** Where an unexpected failure is written down, out of the caller's sight. */
public interface Incidents {

  /** Writes the failure down with its stack and returns the id that the caller is given. */
  String record(Throwable cause);
}
