package dev.purser.agentapi;

/** Which Purser this is, for whoever asks it: two commands and MCP. */
public final class Release {
  public static final String VERSION = "0.1.0";

  /** As the commands say it. */
  public static final String NAME_AND_VERSION = "Purser " + VERSION;

  private Release() {}
}
