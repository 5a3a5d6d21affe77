package dev.purser.agentapi.socket;

import java.io.IOException;

/** Where a reply comes from, whatever carries it. */
interface ReplySource {

  /** A line without its end. */
  String line() throws IOException;

  /** Exactly so many bytes. */
  byte[] bytes(int length) throws IOException;
}
