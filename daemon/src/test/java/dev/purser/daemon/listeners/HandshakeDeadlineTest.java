package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Here the idle time-out is far away, so that only the deadline can end a handshake. */
class HandshakeDeadlineTest {
  private static final HandshakeDeadline DEADLINE =
      new HandshakeDeadline(Duration.milliseconds(200));

  @Test
  @Timeout(60) // Without the deadline there is nothing to end it.
  void handshakeThatDoesNotEndIsCutOff() throws Exception {
    Server server = new Server();
    RemoteConnector connector = connector(server);
    server.addConnector(connector);
    server.start();
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress("localhost", connector.getLocalPort()))) {
      assertThat(channel.read(ByteBuffer.allocate(1))).isNegative();
      while (DEADLINE.underWay() > 0) {
        LockSupport.parkNanos(1_000_000);
      }
    } finally {
      server.stop();
    }
  }

  /** Far away, too: what is under way stays so until the handshake itself ends it. */
  @Test
  void handshakeThatSucceedsHasNoDeadlineAnyMore(@TempDir Path directory) throws Exception {
    HandshakeDeadline deadline = new HandshakeDeadline(Duration.hours(1));
    TlsParty daemon = TlsParty.make(directory, "daemon");
    TlsParty agent = TlsParty.make(directory, "agent");
    Server server = new Server();
    RemoteConnector connector =
        connector(server, deadline, new PinnedTls(daemon.door(), new PinnedTrust(any -> true)));
    server.addConnector(connector);
    server.start();
    try (SSLSocket socket = agent.connect(connector.getLocalPort(), daemon, true)) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo('H');

      assertThat(deadline.underWay()).isZero();
    } finally {
      server.stop();
    }
  }

  private static RemoteConnector connector(Server server) {
    return connector(server, DEADLINE, new SslContextFactory.Server());
  }

  private static RemoteConnector connector(
      Server server, HandshakeDeadline deadline, SslContextFactory.Server tls) {
    RemoteConnector connector =
        new RemoteConnector(
            server,
            server.getThreadPool(),
            new CertificateCount(AgentLimits.DEFAULTS),
            deadline,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory());
    connector.setHost("localhost");
    connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    return connector;
  }
}
