package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connection that knows its peer. One whose peer the kernel does not tell is never made. */
final class PeerEndPoint extends SocketChannelEndPoint {
  private final Peer peer;

  PeerEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler)
      throws IOException {
    super(channel, selector, key, scheduler);
    this.peer = new Peer(channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user());
  }

  Peer peer() {
    return peer;
  }
}
