package dev.purser.daemon.doctor;

import java.util.Locale;

/**
 * Something for an agent's user to try.
 *
 * @param expected whether it should succeed
 * @param fix for when it does not come out as expected
 */
record Attempt(Verb verb, String target, boolean expected, String fix) {
  enum Verb {
    READ,
    WRITE,
    SOCKET
  }

  /** As {@code probe.pl} understands it. */
  String line() {
    return verb.name().toLowerCase(Locale.ROOT) + " " + target;
  }

  /** What happened, for people. */
  String told(boolean success) {
    return switch (verb) {
      case READ -> (success ? "can read " : "cannot read ") + target;
      case WRITE -> (success ? "can write " : "cannot write ") + target;
      case SOCKET -> (success ? "reaches " : "does not reach ") + target;
    };
  }
}
