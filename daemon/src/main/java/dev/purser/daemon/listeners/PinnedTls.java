package dev.purser.daemon.listeners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 with a certificate from both sides; the client's is trusted by itself alone. */
final class PinnedTls extends SslContextFactory.Server {
  private static final String TYPE = "PKCS12";

  private final TrustManager trust;

  PinnedTls(RemoteDoor door, PinnedTrust trust) {
    this.trust = trust;
    String password = door.password();
    setKeyStore(keyStore(door, password));
    setKeyStorePassword(password);
    setNeedClientAuth(true);
    setIncludeProtocols("TLSv1.3", "TLSv1.2");
    setRenegotiationAllowed(false);
  }

  /** Instead of authorities: there is none. */
  @Override
  protected TrustManager[] getTrustManagers(
      KeyStore trustStore, Collection<? extends CRL> revocations) {
    return new TrustManager[] {trust};
  }

  private static KeyStore keyStore(RemoteDoor door, String password) {
    try (InputStream in = Files.newInputStream(door.keyStore())) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          door.keyStore() + " cannot be opened as PKCS #12 with that password.", e);
    }
  }
}
