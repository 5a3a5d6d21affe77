package dev.purser.daemon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running daemon. */
final class PurserProcess implements AutoCloseable {
  private static final int LAST_WORDS_SECONDS = 90;

  private final Process process;
  private final Path output;

  private PurserProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param output what it prints is added here
   */
  static PurserProcess start(Command command, Path output) {
    try {
      Process process =
          new ProcessBuilder(command.words())
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      // Not to outlive a build that is stopped.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new PurserProcess(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a daemon can be talked to. */
  record Doors(Path agent, Path control, int port) {}

  /** Waits until all three doors are open. */
  PurserProcess await(Doors doors) {
    Eventually.get("open doors", () -> isAlive() && areOpen(doors), open -> open);
    return this;
  }

  /** What the JDK's own tool says of the daemon. */
  String jcmd(String question) {
    return Command.of(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(process.pid()),
            question)
        .run()
        .orFail();
  }

  /** Ctrl-C. */
  void stop() {
    process.destroy();
    awaitEnd();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    kill();
  }

  private boolean isAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended: " + TestFiles.read(output));
    }
    return true;
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not end: " + process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean areOpen(Doors doors) {
    return answers(UnixDomainSocketAddress.of(doors.agent()))
        && answers(UnixDomainSocketAddress.of(doors.control()))
        && answers(new InetSocketAddress("localhost", doors.port()));
  }

  private static boolean answers(SocketAddress address) {
    try (SocketChannel channel = SocketChannel.open(address)) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
