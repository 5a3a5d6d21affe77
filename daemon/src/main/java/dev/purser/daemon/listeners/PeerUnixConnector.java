package dev.purser.daemon.listeners;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A Unix socket that is protected before it accepts, and that knows each connection's peer. */
final class PeerUnixConnector extends UnixDomainServerConnector {
  /** Enough for a burst of every agent of a household at once; more wait outside. */
  private static final int ACCEPT_QUEUE = 64;

  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  private final SocketFile file;
  private final PeerCount connections;

  PeerUnixConnector(
      Server server,
      @Nullable Executor executor,
      SocketFile file,
      PeerCount connections,
      HttpConnectionFactory http) {
    super(server, executor, null, null, ACCEPTORS, SELECTORS, http);
    this.file = file;
    this.connections = connections;
    setUnixDomainPath(file.path());
    setAcceptQueueSize(ACCEPT_QUEUE);
  }

  @Override
  protected void doStart() throws Exception {
    file.claim();
    super.doStart();
  }

  /** The base class deletes the path even if it never bound it, hence only with the claim. */
  @Override
  protected void doStop() throws Exception {
    if (!file.isClaimed()) {
      return;
    }
    try {
      super.doStop();
    } finally {
      file.release();
    }
  }

  /** The base class adds its channel after it has bound it and before it accepts. */
  @Override
  public boolean addBean(Object bean) {
    if (bean instanceof ServerSocketChannel) {
      try {
        file.protect();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return super.addBean(bean);
  }

  @Override
  protected SelectorManager newSelectorManager(
      Executor executor, Scheduler scheduler, int selectors) {
    return new PeerSelectorManager(executor, scheduler, selectors);
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    connections.leave(endPoint);
    super.onEndPointClosed(endPoint);
  }

  /** Here the peer is first known; what throws closes the connection without a word in the log. */
  private final class PeerSelectorManager extends UnixDomainSelectorManager {
    PeerSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
      super(executor, scheduler, selectors);
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
      try {
        PeerEndPoint endPoint =
            new PeerEndPoint((SocketChannel) channel, selector, key, getScheduler());
        connections.enter(endPoint, endPoint.peer());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
      } catch (IOException e) {
        throw new UncheckedIOException("Not let in", e);
      }
    }
  }
}
