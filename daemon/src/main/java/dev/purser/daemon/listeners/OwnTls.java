package dev.purser.daemon.listeners;

import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 with the owner's certificate; nobody is asked for one. */
final class OwnTls extends SslContextFactory.Server {
  static final String NO_PASSWORD = "";

  OwnTls(OwnerTls files) {
    setKeyStore(new PemFiles(files).read());
    setKeyStorePassword(NO_PASSWORD);
    setIncludeProtocols("TLSv1.3", "TLSv1.2");
    setRenegotiationAllowed(false);
  }
}
