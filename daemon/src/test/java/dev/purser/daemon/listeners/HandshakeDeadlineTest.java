package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

  private static RemoteConnector connector(Server server) {
    RemoteConnector connector =
        new RemoteConnector(
            server,
            server.getThreadPool(),
            new CertificateCount(AgentLimits.DEFAULTS),
            DEADLINE,
            new SslConnectionFactory(
                new SslContextFactory.Server(), HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory());
    connector.setHost("localhost");
    connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    return connector;
  }
}
