package dev.purser.daemon.listeners;

/** What a person may do on the control socket. */
public enum Role {
  OWNER,
  FINANCE,
  ADMINISTRATOR
}
