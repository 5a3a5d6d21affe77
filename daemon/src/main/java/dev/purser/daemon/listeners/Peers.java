package dev.purser.daemon.listeners;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Carries a connection's peer into each of its requests. */
final class Peers implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    EndPoint endPoint = unwrapped(request.getConnectionMetaData().getConnection().getEndPoint());
    if (endPoint instanceof PeerEndPoint peerEndPoint) {
      request.setAttribute(Peer.ATTRIBUTE, peerEndPoint.peer());
    }
    return request;
  }

  private static EndPoint unwrapped(EndPoint endPoint) {
    EndPoint inner = endPoint;
    while (inner instanceof EndPoint.Wrapper wrapper) {
      inner = wrapper.unwrap();
    }
    return inner;
  }

  /** Empty for a request that came through no Unix socket of ours. */
  static Optional<Peer> of(Request request) {
    return Optional.ofNullable(request.getAttribute(Peer.ATTRIBUTE)).map(Peer.class::cast);
  }

  /** The same, seen from an application. */
  static Optional<Peer> of(ContainerRequestContext request) {
    return Optional.ofNullable(request.getProperty(Peer.ATTRIBUTE)).map(Peer.class::cast);
  }
}
