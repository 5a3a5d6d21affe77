package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Somebody with a key and a self-signed certificate, made by the JDK's own tool. */
record TlsParty(Path keyStore, Path passwordFile) {
  private static final String PASSWORD = "a-password-of-tests";
  private static final String ALIAS = "own";

  static TlsParty make(Path directory, String name) {
    return make(directory, name, "-1d", 10);
  }

  /**
   * With a certificate of another time.
   *
   * @param start such as {@code -3d}
   * @param days how long it is valid from then on
   */
  static TlsParty make(Path directory, String name, String start, int days) {
    try {
      Path store = directory.resolve(name + ".p12");
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-alias",
              ALIAS,
              "-keyalg",
              "EC",
              "-groupname",
              "secp256r1",
              "-dname",
              "CN=" + name,
              "-ext",
              "san=dns:localhost",
              "-startdate",
              start,
              "-validity",
              Integer.toString(days),
              "-storetype",
              "PKCS12",
              "-keystore",
              store.toString(),
              "-storepass",
              PASSWORD);
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String words = new String(keytool.getInputStream().readAllBytes(), UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(words);
      }
      Path password = Files.writeString(directory.resolve(name + ".password"), PASSWORD + "\n");
      return new TlsParty(store, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  RemoteDoor door() {
    return new RemoteDoor("localhost", 0, keyStore, passwordFile);
  }

  /** The same key and certificate as authorities hand them out. */
  OwnerTls pem() {
    try {
      Path chain = Path.of(keyStore + ".chain.pem");
      Path key = Path.of(keyStore + ".key.pem");
      Files.writeString(chain, pem("CERTIFICATE", certificate().getEncoded()));
      Files.writeString(
          key, pem("PRIVATE KEY", opened().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
      return new OwnerTls(chain, key);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what);
  }

  X509Certificate certificate() {
    try {
      return (X509Certificate) opened().getCertificate(ALIAS);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Reply send(int port, TlsParty server, String request) throws IOException {
    try (SSLSocket socket = connect(port, server, true)) {
      return exchange(socket, request);
    }
  }

  /** Without showing who it is. */
  Reply sendAnonymously(int port, TlsParty server, String request) throws IOException {
    try (SSLSocket socket = connect(port, server, false)) {
      return exchange(socket, request);
    }
  }

  static Reply send(SSLContext context, int port, String request) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      return exchange(socket, request);
    }
  }

  SSLSocket connect(int port, TlsParty server, boolean showsCertificate, String... protocols)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context(server, showsCertificate).getSocketFactory().createSocket("localhost", port);
    if (protocols.length > 0) {
      socket.setEnabledProtocols(protocols);
    }
    return socket;
  }

  SSLContext context(TlsParty server, boolean showsCertificate) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(showsCertificate ? keys() : new KeyManager[0], trustIn(server), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reply exchange(SSLSocket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return new Reply(readAll(socket.getInputStream()));
  }

  /** What came before a connection was cut off still counts. */
  private static String readAll(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] part = new byte[8_192];
    try {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        whole.write(part, 0, read);
      }
    } catch (IOException e) {
      if (whole.size() == 0) {
        throw e;
      }
    }
    return whole.toString(UTF_8);
  }

  private KeyManager[] keys() throws GeneralSecurityException, IOException {
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(opened(), PASSWORD.toCharArray());
    return factory.getKeyManagers();
  }

  private static javax.net.ssl.TrustManager[] trustIn(TlsParty server)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", server.certificate());
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private KeyStore opened() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
