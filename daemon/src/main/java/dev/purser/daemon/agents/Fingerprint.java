package dev.purser.daemon.agents;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Which certificate it is, whoever signed it.
 *
 * @param hex SHA-256 of its DER encoding, 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
    }
  }

  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate has no encoding", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Reads one certificate in PEM.
   *
   * @throws IllegalArgumentException for people, when it is none, or more, or holds a private key
   */
  public static X509Certificate certificate(String pem) {
    if (pem.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException(
          "This file holds a private key, which stays with the agent: give the certificate alone.");
    }
    if (pem.split("-----BEGIN ", -1).length != 2) {
      throw new IllegalArgumentException("There must be one certificate in PEM, and no more.");
    }
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("This is no X.509 certificate in PEM.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
