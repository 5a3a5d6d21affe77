package dev.purser.daemon.listeners;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client shake hands if its certificate is an agent's. Each request is looked at again: a
 * connection may last longer than the owner's trust.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final Predicate<X509Certificate> isAnAgents;

  PinnedTrust(Predicate<X509Certificate> isAnAgents) {
    this.isAnAgents = isAnAgents;
  }

  @Override
  public void checkClientTrusted(X509Certificate @Nullable [] chain, String type)
      throws CertificateException {
    if (chain == null || chain.length == 0 || !isAnAgents.test(chain[0])) {
      throw new CertificateException("not the certificate of an agent");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is a server and asks none");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  /** None, so that a client offers whatever it has. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
