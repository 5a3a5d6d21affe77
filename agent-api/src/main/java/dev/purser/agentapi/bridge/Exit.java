package dev.purser.agentapi.bridge;

/** Exit codes of {@code purser-agent}. Scripts depend on them. */
final class Exit {
  /** The cart is as asked, or the order goes its way. */
  static final int OK = 0;

  /** Wrong arguments; nothing was sent. */
  static final int USAGE = 2;

  /** A normal answer that is a no: choose, not_found, denied, or an order that ended unpaid. */
  static final int NO = 3;

  /** The daemon could not take the request; its problem says why. */
  static final int PROBLEM = 4;

  /** No whole answer came. */
  static final int UNREACHABLE = 5;

  /** A sandbox keeps this process from the socket. */
  static final int SANDBOXED = 6;

  private Exit() {}
}
