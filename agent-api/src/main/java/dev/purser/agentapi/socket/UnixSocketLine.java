package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.agentapi.socket.UnreachableException.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** HTTP over a Unix socket, a connection for each question: it does not matter if one broke. */
public final class UnixSocketLine implements DaemonLine {
  private final Path socket;
  private final Duration patience;

  /**
   * A line to one socket; nothing is connected before the first question.
   *
   * @param patience how long the daemon may be silent
   */
  public UnixSocketLine(Path socket, Duration patience) {
    this.socket = socket.toAbsolutePath();
    this.patience = patience;
  }

  /**
   * Asks without a body.
   *
   * @param path with the query, such as {@code /budgets?month=2026-12}
   */
  public DaemonReply get(String path) throws UnreachableException {
    return exchange("GET", path, null);
  }

  @Override
  public DaemonReply post(String path, String json) throws UnreachableException {
    return exchange("POST", path, json);
  }

  private DaemonReply exchange(String method, String path, @Nullable String json)
      throws UnreachableException {
    byte[] body = json == null ? new byte[0] : json.getBytes(UTF_8);
    try (SocketChannel channel = connected();
        Conversation conversation = new Conversation(channel, patience)) {
      conversation.send(RequestHead.of(method, path, body.length));
      conversation.send(body);
      return ReplyReader.read(conversation);
    } catch (UnreachableException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreachableException(
          Why.CUT_OFF, "The connection to " + socket + " broke before the answer was whole.", e);
    }
  }

  private SocketChannel connected() throws UnreachableException {
    SocketChannel channel = opened();
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return channel;
    } catch (IOException e) {
      closeQuietly(channel);
      throw diagnosis(e);
    }
  }

  /** A sandbox may refuse the socket itself, before any path is looked at. */
  private SocketChannel opened() throws UnreachableException {
    try {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException e) {
      throw sandboxed(e);
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It never connected, and what kept it from that is told already.
    }
  }

  private UnreachableException diagnosis(IOException cause) {
    try {
      Files.readAttributes(socket, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return new UnreachableException(Why.NO_SOCKET, "There is no " + socket + ".", cause);
    } catch (AccessDeniedException e) {
      return notPermitted(cause);
    } catch (IOException e) {
      return new UnreachableException(Why.NO_SOCKET, socket + " cannot be looked at.", cause);
    }
    if (!Files.isWritable(socket)) {
      return notPermitted(cause);
    }
    return cause instanceof ConnectException
        ? new UnreachableException(Why.NOBODY_ANSWERS, "Nobody answers on " + socket + ".", cause)
        : sandboxed(cause);
  }

  private UnreachableException notPermitted(IOException cause) {
    return new UnreachableException(
        Why.NOT_PERMITTED, "This user may not open " + socket + ".", cause);
  }

  private UnreachableException sandboxed(IOException cause) {
    return new UnreachableException(
        Why.SANDBOXED, "The system keeps this process from " + socket + ".", cause);
  }
}
