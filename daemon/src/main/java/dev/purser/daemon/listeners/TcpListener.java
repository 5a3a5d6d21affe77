package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A socket that listens for TCP, as the kernel lists it in {@code /proc/net/tcp} and {@code tcp6}.
 *
 * @param address in the kernel's hexadecimal
 * @param port 1 to 65535
 * @param uid of the user who opened it
 * @param inode of the socket
 */
public record TcpListener(String address, int port, int uid, String inode) {
  private static final String LISTENING = "0A";
  private static final int FIELDS = 10;

  /**
   * Those of one table.
   *
   * @param table its whole text, heading and all
   */
  public static List<TcpListener> in(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+", -1))
        .filter(row -> row.length >= FIELDS && row[3].equals(LISTENING))
        .map(TcpListener::of)
        .toList();
  }

  /** Those of this machine; none where the kernel does not tell. */
  static Stream<TcpListener> all() {
    return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
        .flatMap(table -> in(text(table)).stream());
  }

  private static TcpListener of(String[] row) {
    String[] local = row[1].split(":", 2);
    return new TcpListener(
        local[0], Integer.parseInt(local[1], 16), Integer.parseUnsignedInt(row[7]), row[9]);
  }

  private static String text(String table) {
    try {
      return Files.readString(Path.of(table), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
