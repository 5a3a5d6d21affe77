package dev.purser.daemon.owner.web;

import java.util.Set;

/** Which methods only read. */
public final class Methods {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private Methods() {}

  /** Whether nothing may change by it. */
  public static boolean isReading(String method) {
    return READING.contains(method);
  }
}
