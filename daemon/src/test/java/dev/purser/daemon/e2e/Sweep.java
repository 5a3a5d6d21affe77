package dev.purser.daemon.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that searches, as whoever runs it, all that it can read for some words: files, other
 * processes and what listens on ports and sockets. Prints {@code NUMBER PLACE} for each word found,
 * and how much it has read. Knows the words only veiled, so that it does not find itself.
 */
final class Sweep {
  private static final int VEIL = 0x55;
  private static final int PART = 1 << 20;
  private static final long MOST_OF_ONE = 256L << 20;
  private static final int PATIENCE_MILLIS = 500;
  private static final byte[] GET =
      "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String TCP_LISTENING = "0A";
  private static final String UNIX_LISTENING = "00010000";
  private static final Pattern REGION =
      Pattern.compile("(?m)^([0-9a-f]+)-([0-9a-f]+) rw.. .*?(/.*|\\[.*]|)$");

  private final List<byte[]> veiled;
  private final long since;
  private long places;

  private Sweep(long since, List<byte[]> veiled) {
    this.since = since;
    this.veiled = veiled;
  }

  static String veil(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= VEIL;
    }
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * When the words were made up, in milliseconds, and directories; veiled words on standard input.
   */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> words = new ArrayList<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      words.add(HexFormat.of().parseHex(line));
    }
    Sweep sweep = new Sweep(Long.parseLong(arguments[0]), words);
    for (String directory : List.of(arguments).subList(1, arguments.length)) {
      sweep.files(Path.of(directory));
    }
    sweep.processes();
    sweep.ports();
    sweep.sockets();
    System.out.println("swept " + sweep.places);
  }

  private void files(Path path) {
    if (Files.isSymbolicLink(path)) {
      return;
    }
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        entries.forEach(this::files);
      } catch (IOException e) {
        // Not for us to read.
      }
    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isNew(path)) {
      file(path);
    }
  }

  /** What was not written since the words were made up cannot hold them. */
  private boolean isNew(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis() >= since;
    } catch (IOException e) {
      return false;
    }
  }

  private void file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      search(in, path.toString());
    } catch (IOException e) {
      // Not for us to read.
    }
  }

  private void processes() {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        if (!process.endsWith(Long.toString(ProcessHandle.current().pid()))) {
          file(process.resolve("cmdline"));
          file(process.resolve("environ"));
          opened(process.resolve("fd"));
          memory(process);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void opened(Path descriptors) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : all) {
        if (Files.isRegularFile(descriptor)) {
          file(descriptor);
        }
      }
    } catch (IOException e) {
      // Not for us to read.
    }
  }

  private void memory(Path process) {
    try (RandomAccessFile mem = new RandomAccessFile(process.resolve("mem").toString(), "r")) {
      Matcher region = REGION.matcher(Files.readString(process.resolve("maps")));
      while (region.find()) {
        long from = Long.parseUnsignedLong(region.group(1), 16);
        long size = Long.parseUnsignedLong(region.group(2), 16) - from;
        if (from > 0 && size <= MOST_OF_ONE) {
          mem.seek(from);
          search(
              Channels.newInputStream(mem.getChannel()).readNBytes((int) size), process + "/mem");
        }
      }
    } catch (IOException e) {
      // Not for us to read, or not all of it.
    }
  }

  private void ports() throws IOException {
    TreeSet<Integer> ports = new TreeSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        Files.readAllLines(Path.of(table)).stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+", -1))
            .filter(row -> row[3].equals(TCP_LISTENING))
            .forEach(row -> ports.add(Integer.parseInt(row[1].replaceFirst(".*:", ""), 16)));
      }
    }
    ports.forEach(this::port);
  }

  private void port(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(GET);
      search(socket.getInputStream(), "port " + port);
    } catch (IOException e) {
      // It has nothing to say to us.
    }
  }

  private void sockets() throws IOException {
    Files.readAllLines(Path.of("/proc/net/unix")).stream()
        .skip(1)
        .map(line -> line.strip().split("\\s+", 8))
        .filter(row -> row.length > 7 && row[3].equals(UNIX_LISTENING) && row[7].startsWith("/"))
        .map(row -> row[7])
        .distinct()
        .forEach(this::socket);
  }

  private void socket(String path) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        Selector selector = Selector.open()) {
      channel.write(ByteBuffer.wrap(GET));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      ByteBuffer answer = ByteBuffer.allocate(PART);
      while (selector.select(PATIENCE_MILLIS) > 0 && channel.read(answer) > 0) {
        selector.selectedKeys().clear();
      }
      look(answer.array(), answer.position(), path);
      places++;
    } catch (IOException e) {
      // It has nothing to say to us.
    }
  }

  private void search(InputStream in, String place) throws IOException {
    byte[] part = new byte[PART];
    int kept = 0;
    int read = in.readNBytes(part, 0, PART);
    for (long all = 0; read > 0 && all < MOST_OF_ONE; all += read) {
      int length = kept + read;
      look(part, length, place);
      kept = Math.min(longest() - 1, length);
      System.arraycopy(part, length - kept, part, 0, kept);
      read = in.readNBytes(part, kept, PART - kept);
    }
    places++;
  }

  private void search(byte[] all, String place) {
    look(all, all.length, place);
    places++;
  }

  private void look(byte[] bytes, int length, String place) {
    for (int word = 0; word < veiled.size(); word++) {
      if (holds(bytes, length, veiled.get(word))) {
        System.out.println(word + " " + place);
      }
    }
  }

  private static boolean holds(byte[] bytes, int length, byte[] veiled) {
    byte first = (byte) (veiled[0] ^ VEIL);
    for (int at = 0; at <= length - veiled.length; at++) {
      if (bytes[at] == first && matches(bytes, at, veiled)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] veiled) {
    for (int i = 0; i < veiled.length; i++) {
      if ((bytes[at + i] ^ VEIL) != veiled[i]) {
        return false;
      }
    }
    return true;
  }

  private int longest() {
    return veiled.stream().mapToInt(word -> word.length).max().orElse(1);
  }
}
