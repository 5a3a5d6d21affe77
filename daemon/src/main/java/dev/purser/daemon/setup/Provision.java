package dev.purser.daemon.setup;

import dev.purser.daemon.files.Exposure;
import java.io.IOException;
import java.util.Optional;

/** One thing that a machine needs for Purser. */
interface Provision {
  /** For people, such as {@code group purser-agents}. */
  String what();

  boolean isThere() throws IOException;

  void make() throws IOException;

  /** The command that undoes it. */
  String undo();

  /** What of the place for it somebody else could change, and so make it elsewhere. */
  default Optional<Exposure> exposure() throws IOException {
    return Optional.empty();
  }

  /** What is not as it would have been made, if anything; empty when all is well. */
  default String difference() throws IOException {
    return "";
  }
}
