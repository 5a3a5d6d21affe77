package dev.purser.daemon.listeners;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;

/**
 * The connections of a TLS port. Who shakes hands is counted by the network that it comes from; who
 * has done so is an agent, and is counted by its certificate, wherever it is.
 */
final class CertificateCount implements SslHandshakeListener {
  private final ConnectionCount arriving;
  private final ConnectionCount agents;

  CertificateCount(AgentLimits limits) {
    this.arriving = ConnectionCount.ofAnybody(limits);
    this.agents = ConnectionCount.ofNamed(limits);
  }

  synchronized void enter(EndPoint connection, Object network) throws IOException {
    arriving.enter(connection, network);
  }

  synchronized void leave(EndPoint connection) {
    arriving.leave(connection);
    agents.leave(connection);
  }

  /** Throws, which ends the connection, when the agent has enough of them. */
  @Override
  public synchronized void handshakeSucceeded(Event event) throws SSLException {
    if (event.getEndPoint() instanceof EndPoint.Wrapper deciphered
        && arriving.leave(deciphered.unwrap())) {
      move(deciphered.unwrap(), event.getSSLEngine().getSession().getPeerCertificates()[0]);
    }
  }

  private void move(EndPoint connection, Object certificate) throws SSLException {
    try {
      agents.enter(connection, certificate);
    } catch (IOException e) {
      throw new SSLException(e);
    }
  }
}
