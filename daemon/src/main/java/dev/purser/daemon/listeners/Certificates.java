package dev.purser.daemon.listeners;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** The certificate with which a request's client shook hands; no header can set it. */
final class Certificates {
  private Certificates() {}

  /** Empty for a request that came through no door with TLS. */
  static Optional<X509Certificate> of(Request request) {
    return Optional.ofNullable(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE))
        .map(EndPoint.SslSessionData.class::cast)
        .map(EndPoint.SslSessionData::peerCertificates)
        .filter(chain -> chain.length > 0)
        .map(chain -> chain[0]);
  }
}
