package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who an agent elsewhere is, and the one daemon that it trusts.
 *
 * @param keyStore PKCS #12 with the agent's own key and certificate
 * @param passwordFile the key store's password, and nothing else
 * @param daemonCertificate in PEM; it is trusted by itself, whatever name it bears
 */
public record Identity(Path keyStore, Path passwordFile, Path daemonCertificate) {
  private static final String TYPE = "PKCS12";

  /**
   * Sockets of this identity.
   *
   * @throws IOException naming the file that cannot be used
   */
  SSLSocketFactory sockets() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), daemon(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(keyStore + " or " + daemonCertificate + " cannot be used.", e);
    }
  }

  private KeyManager[] keys() throws GeneralSecurityException, IOException {
    char[] password = Files.readString(passwordFile, UTF_8).strip().toCharArray();
    KeyStore own = KeyStore.getInstance(TYPE);
    try (InputStream in = Files.newInputStream(keyStore)) {
      own.load(in, password);
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(own, password);
    return factory.getKeyManagers();
  }

  private TrustManager[] daemon() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(TYPE);
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(daemonCertificate)) {
      trusted.setCertificateEntry(
          "daemon", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
