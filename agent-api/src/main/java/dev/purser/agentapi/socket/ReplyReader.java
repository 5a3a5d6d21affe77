package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** As much of HTTP/1.1 as the daemon's own server answers with. */
final class ReplyReader {
  private static final int MAX_BYTES = 64 * 1024 * 1024;
  private static final int MAX_HEADERS = 64;
  private static final int HEXADECIMAL = 16;

  private ReplyReader() {}

  static DaemonReply read(ReplySource from) throws IOException {
    int status = status(from.line());
    Map<String, String> headers = headers(from);
    byte[] body = body(from, headers);
    return new DaemonReply(status, new String(body, UTF_8));
  }

  /** A long answer of unknown length ends with the connection, which we asked to be closed. */
  private static byte[] body(ReplySource from, Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      return chunks(from);
    }
    String length = headers.get("content-length");
    return length == null ? from.rest(MAX_BYTES) : from.bytes(length(length, 10));
  }

  private static int status(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].equals("HTTP/1.1")) {
      throw new IOException("No HTTP");
    }
    return length(words[1], 10);
  }

  private static Map<String, String> headers(ReplySource from) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = from.line(); !line.isEmpty(); line = from.line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MAX_HEADERS) {
        throw new IOException("No header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] chunks(ReplySource from) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int size = chunkSize(from); size > 0; size = chunkSize(from)) {
      whole.writeBytes(from.bytes(size));
      from.line();
      if (whole.size() > MAX_BYTES) {
        throw new IOException("Too long");
      }
    }
    return whole.toByteArray();
  }

  private static int chunkSize(ReplySource from) throws IOException {
    return length(from.line().replaceFirst(";.*", ""), HEXADECIMAL);
  }

  private static int length(String digits, int radix) throws IOException {
    try {
      int length = Integer.parseInt(digits.strip(), radix);
      if (length >= 0 && length <= MAX_BYTES) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new IOException("No number", e);
    }
    throw new IOException("Too long");
  }
}
