package dev.purser.agentapi.bridge;

import dev.purser.agentapi.socket.UnreachableException;

/** What to do when the daemon does not answer, for whoever reads it: a person or a model. */
final class Advice {
  private Advice() {}

  static String on(UnreachableException e) {
    String todo =
        switch (e.why()) {
          case NO_SOCKET ->
              "Is the daemon running? In a container or sandbox, its socket directory must be bound"
                  + " into it.";
          case NOBODY_ANSWERS, CUT_OFF ->
              "The daemon is stopped or starting again. Every request may be repeated as it was.";
          case NOT_PERMITTED ->
              "Ask the administrator to put this user into the group purser-agents, then log in"
                  + " anew.";
          case NOT_TRUSTED ->
              "Ask the owner to let this agent's certificate in (purser agent add) and for the"
                  + " daemon's own, --server-certificate.";
          case PERHAPS_TURNED_AWAY ->
              "Repeat it once as it was. If it breaks every time, the daemon does not let this"
                  + " agent's certificate in, or no longer: ask the owner.";
          case SANDBOXED ->
              "Blocked by a sandbox: use the MCP server, which the client starts outside of it"
                  + " (purser-agent mcp), or have the socket directory allowed.";
          case TOO_SLOW -> "Every request may be repeated as it was.";
        };
    return e.getMessage() + " " + todo;
  }

  static int exitCode(UnreachableException e) {
    return e.why() == UnreachableException.Why.SANDBOXED ? Exit.SANDBOXED : Exit.UNREACHABLE;
  }
}
