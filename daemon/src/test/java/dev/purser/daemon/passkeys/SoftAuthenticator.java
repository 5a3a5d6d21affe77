package dev.purser.daemon.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/** An authenticator and a browser in one, which do and say whatever a test wants. */
public final class SoftAuthenticator {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int BACKED_UP = 0x18; // eligible for it, and done
  private static final int HAS_CREDENTIAL = 0x40;
  private static final int COORDINATE_BYTES = 32;

  private final KeyPair key;
  private final byte[] credentialId = new byte[COORDINATE_BYTES];

  /** What the browser says that the page's origin is. */
  public String origin;

  public String rpId = "localhost";
  public boolean verifiesUser = true;
  public boolean inAnothersFrame;

  /** As phones' passkeys are, which their maker's cloud copies to the next phone. */
  public boolean isBackedUp;

  /** Counted on before each signature. */
  public int counter;

  public SoftAuthenticator(String origin) {
    this.origin = origin;
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      key = keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(credentialId);
  }

  public Attestation make(String challenge) {
    byte[] data = joined(authenticatorData(HAS_CREDENTIAL), credential());
    byte[] object =
        joined(
            new byte[] {(byte) 0xa3, 0x63},
            "fmt".getBytes(UTF_8),
            new byte[] {0x64},
            "none".getBytes(UTF_8),
            new byte[] {0x67},
            "attStmt".getBytes(UTF_8),
            new byte[] {(byte) 0xa0, 0x68},
            "authData".getBytes(UTF_8),
            new byte[] {0x59},
            shorts(data.length),
            data);
    return new Attestation(
        Base64Url.encode(clientData("webauthn.create", challenge)), Base64Url.encode(object));
  }

  /** Credential id and public key, as a daemon keeps them. */
  public String attested() {
    return Base64Url.encode(credential());
  }

  private byte[] credential() {
    return joined(new byte[16], shorts(credentialId.length), credentialId, publicKey());
  }

  public Assertion sign(String challenge) {
    counter++;
    byte[] client = clientData("webauthn.get", challenge);
    byte[] data = authenticatorData(0);
    return new Assertion(
        Base64Url.encode(credentialId),
        Base64Url.encode(client),
        Base64Url.encode(data),
        Base64Url.encode(signature(joined(data, sha256(client)))));
  }

  private byte[] clientData(String type, String challenge) {
    return """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}"""
        .formatted(type, challenge, origin, inAnothersFrame)
        .getBytes(UTF_8);
  }

  private byte[] authenticatorData(int more) {
    int flags =
        USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0) | (isBackedUp ? BACKED_UP : 0) | more;
    return joined(
        sha256(rpId.getBytes(UTF_8)),
        new byte[] {(byte) flags},
        ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
  }

  /** As COSE has it: EC2, ES256, P-256, x, y. */
  private byte[] publicKey() {
    var point = ((ECPublicKey) key.getPublic()).getW();
    return joined(
        new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
        coordinate(point.getAffineX()),
        new byte[] {0x22, 0x58, 0x20},
        coordinate(point.getAffineY()));
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
    return padded;
  }

  private byte[] signature(byte[] bytes) {
    try {
      Signature ecdsa = Signature.getInstance("SHA256withECDSA");
      ecdsa.initSign(key.getPrivate());
      ecdsa.update(bytes);
      return ecdsa.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] shorts(int number) {
    return ByteBuffer.allocate(Short.BYTES).putShort((short) number).array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
