package dev.purser.agentapi.socket;

/**
 * What the daemon answered.
 *
 * @param status an HTTP status
 */
public record DaemonReply(int status, String body) {}
