package dev.purser.daemon.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tries, as whoever runs it, what it is told on standard input, a line each, and answers {@code
 * yes} or {@code no} for each. Changes nothing. Needs no class but this one.
 */
final class Probe {
  private static final int PATIENCE_MILLIS = 2_000;

  private Probe() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      out.println(succeeds(words[0], words[1]) ? "yes" : "no");
    }
  }

  private static boolean succeeds(String what, String where) {
    try {
      return switch (what) {
        case "read" -> read(Path.of(where));
        case "write" -> write(Path.of(where));
        case "socket" -> connect(Path.of(where));
        case "port" -> connect(Integer.parseInt(where));
        default -> throw new IllegalArgumentException(what);
      };
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        return entries.iterator() != null;
      }
    }
    try (var channel = Files.newByteChannel(path, StandardOpenOption.READ)) {
      return channel.isOpen();
    }
  }

  private static boolean write(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return Files.isWritable(path);
    }
    try (var channel = Files.newByteChannel(path, StandardOpenOption.WRITE)) {
      return channel.isOpen();
    }
  }

  private static boolean connect(Path socket) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    }
  }

  private static boolean connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      return true;
    }
  }
}
