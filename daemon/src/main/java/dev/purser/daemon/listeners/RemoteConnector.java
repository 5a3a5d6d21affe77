package dev.purser.daemon.listeners;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A TCP port for TLS that takes only so many connections of one network or agent. */
final class RemoteConnector extends ServerConnector {
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  private final CertificateCount connections;
  private final HandshakeDeadline deadline;

  RemoteConnector(
      Server server,
      Executor executor,
      CertificateCount connections,
      HandshakeDeadline deadline,
      ConnectionFactory... layers) {
    super(server, executor, null, null, ACCEPTORS, SELECTORS, layers);
    this.connections = connections;
    this.deadline = deadline;
    addBean(connections);
    addBean(deadline);
  }

  /** What throws closes the connection without a word in the log. */
  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
    SocketChannelEndPoint endPoint = super.newEndPoint(channel, selector, key);
    connections.enter(endPoint, Neighbourhood.of((InetSocketAddress) channel.getRemoteAddress()));
    deadline.begin(endPoint, getScheduler());
    return endPoint;
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    connections.leave(endPoint);
    deadline.end(endPoint);
    super.onEndPointClosed(endPoint);
  }
}
