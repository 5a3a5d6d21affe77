package dev.purser.daemon.setup;

import java.io.IOException;

/** One thing that a machine needs for Purser. */
interface Provision {
  /** For people, such as {@code group purser-agents}. */
  String what();

  boolean isThere() throws IOException;

  void make() throws IOException;

  /** The command that undoes it. */
  String undo();

  /** What is not as it would have been made, if anything; empty when all is well. */
  default String difference() throws IOException {
    return "";
  }
}
