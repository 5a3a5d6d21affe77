package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.agentapi.socket.UnreachableException.Why;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** HTTP over mutual TLS to a daemon elsewhere, a connection for each question. */
public final class TlsLine implements DaemonLine {
  private static final int CONNECT_MILLIS = 10_000;

  private final URI server;
  private final SSLSocketFactory sockets;
  private final Duration patience;

  /**
   * A line to one daemon; nothing is connected before the first question.
   *
   * @param server such as {@code https://HOST:8481}
   * @param patience how long the daemon may be silent
   * @throws IOException naming the file of the identity that cannot be used
   */
  public TlsLine(URI server, Identity identity, Duration patience) throws IOException {
    if (!"https".equals(server.getScheme()) || server.getHost() == null || server.getPort() < 1) {
      throw new IllegalArgumentException("the server is written like https://HOST:8481");
    }
    this.server = server;
    this.sockets = identity.sockets();
    this.patience = patience;
  }

  @Override
  public DaemonReply post(String path, String json) throws UnreachableException {
    byte[] body = json.getBytes(UTF_8);
    try (Socket plain = connected();
        SSLSocket socket = secured(plain)) {
      socket.getOutputStream().write(RequestHead.of("POST", path, body.length));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return ReplyReader.read(new StreamSource(socket.getInputStream()));
    } catch (UnreachableException e) {
      throw e;
    } catch (SSLException e) {
      throw new UnreachableException(
          Why.NOT_TRUSTED,
          "The daemon at " + server + " and this agent do not trust each other.",
          e);
    } catch (SocketTimeoutException e) {
      throw new UnreachableException(
          Why.TOO_SLOW,
          "The daemon has not answered within " + patience.toSeconds() + " s; it may still do so.",
          e);
    } catch (IOException e) {
      throw new UnreachableException(
          Why.PERHAPS_TURNED_AWAY,
          "The connection to " + server + " broke before the answer was whole.",
          e);
    }
  }

  private Socket connected() throws UnreachableException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      return socket;
    } catch (IOException e) {
      throw new UnreachableException(Why.NOBODY_ANSWERS, "Nobody answers at " + server + ".", e);
    }
  }

  /** The certificate is the daemon's or it is not; a name in it would prove no more. */
  private SSLSocket secured(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket) sockets.createSocket(plain, server.getHost(), server.getPort(), true);
    socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return socket;
  }
}
