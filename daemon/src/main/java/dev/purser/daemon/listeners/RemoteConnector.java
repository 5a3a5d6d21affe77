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

/** A TCP port that counts connections by the network that they come from. */
final class RemoteConnector extends ServerConnector {
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  private final ConnectionCount connections;
  private final HandshakeDeadline deadline;

  RemoteConnector(
      Server server,
      Executor executor,
      ConnectionCount connections,
      HandshakeDeadline deadline,
      ConnectionFactory... layers) {
    super(server, executor, null, null, ACCEPTORS, SELECTORS, layers);
    this.connections = connections;
    this.deadline = deadline;
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
