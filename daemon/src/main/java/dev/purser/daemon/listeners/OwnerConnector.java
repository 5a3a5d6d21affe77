package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A TCP port of this machine, where everybody has the same address: the silent make room. */
final class OwnerConnector extends ServerConnector {
  private final WaitingRoom<EndPoint> room;
  private Opening opening = super::openAcceptChannel;

  OwnerConnector(Server server, WaitingRoom<EndPoint> room, ConnectionFactory... layers) {
    super(server, layers);
    this.room = room;
  }

  /** Where it listens, if not where its host says. */
  interface Opening {
    ServerSocketChannel open() throws IOException;
  }

  void openBy(Opening other) {
    this.opening = other;
  }

  @Override
  protected ServerSocketChannel openAcceptChannel() throws IOException {
    return opening.open();
  }

  /** What throws closes the connection without a word in the log. */
  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
    SocketChannelEndPoint endPoint = super.newEndPoint(channel, selector, key);
    room.enter(endPoint).ifPresent(EndPoint::close);
    return endPoint;
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    room.leave(endPoint);
    super.onEndPointClosed(endPoint);
  }

  /** Stands where requests are whole, and tells the room whose is being answered. */
  static Handler serving(WaitingRoom<EndPoint> room, Handler application) {
    return new Handler.Wrapper(application) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        EndPoint asking = underneath(request.getConnectionMetaData().getConnection().getEndPoint());
        room.serve(asking);
        Request.addCompletionListener(request, failure -> room.serveNoMore(asking));
        return super.handle(request, response, callback);
      }
    };
  }

  /** As it was let in: TLS speaks through one of its own. */
  private static EndPoint underneath(EndPoint endPoint) {
    return endPoint instanceof EndPoint.Wrapper deciphered ? deciphered.unwrap() : endPoint;
  }
}
