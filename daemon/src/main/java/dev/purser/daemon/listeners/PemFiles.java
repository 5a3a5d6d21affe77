package dev.purser.daemon.listeners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate and its key out of two PEM files, as one store in memory. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
  private static final byte[] PROBE = {1, 2, 3};

  private final OwnerTls files;

  PemFiles(OwnerTls files) {
    this.files = files;
  }

  /**
   * Reads both.
   *
   * @throws IllegalArgumentException for people, when one cannot be read or they do not belong
   *     together
   */
  KeyStore read() {
    Certificate[] chain = chain();
    PrivateKey key = key();
    if (!belong(key, chain[0].getPublicKey())) {
      throw new IllegalArgumentException(
          files.privateKey()
              + " is not the key of the first certificate in "
              + files.certificateChain()
              + ".");
    }
    return store(key, chain);
  }

  private Certificate[] chain() {
    try (InputStream in = Files.newInputStream(files.certificateChain())) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      if (chain.length > 0) {
        return chain;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          files.certificateChain() + " cannot be read as certificates in PEM.", e);
    }
    throw new IllegalArgumentException(files.certificateChain() + " holds no certificate.");
  }

  // Neither the text nor what an exception says of it may go any further.
  private PrivateKey key() {
    return encoded()
        .flatMap(PemFiles::anyKey)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    files.privateKey()
                        + " is no private key in PEM of PKCS #8 without a password. 'openssl pkcs8"
                        + " -topk8 -nocrypt' makes one of others."));
  }

  private Optional<byte[]> encoded() {
    try {
      Matcher key = KEY.matcher(Files.readString(files.privateKey(), StandardCharsets.US_ASCII));
      return key.find()
          ? Optional.of(Base64.getMimeDecoder().decode(key.group(1)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> anyKey(byte[] encoded) {
    return ALGORITHMS.stream().flatMap(each -> keyOf(each, encoded).stream()).findFirst();
  }

  private static Optional<PrivateKey> keyOf(String algorithm, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean belong(PrivateKey key, PublicKey certified) {
    try {
      Signature signature = Signature.getInstance(signatureBy(key));
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signatureBy(PrivateKey key) {
    if (key instanceof ECKey) {
      return "SHA256withECDSA";
    }
    return key instanceof RSAKey ? "SHA256withRSA" : "EdDSA";
  }

  /** Never on a disk, so its own password keeps nothing. */
  private static KeyStore store(PrivateKey key, Certificate[] chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("owner", key, OwnTls.NO_PASSWORD.toCharArray(), chain);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PKCS #12", e);
    }
  }
}
