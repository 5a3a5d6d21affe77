package dev.purser.daemon.seals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import dev.purser.daemon.audit.CanonicalJson;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The public half of a daemon's key, on the curve P-256: with it anybody checks what it signed. */
public final class SealKey {
  /** What the header of a seal says that it is, so that no other signature is taken for one. */
  static final JOSEObjectType SEAL = new JOSEObjectType("purser-seal");

  private final ECKey jwk;

  private SealKey(ECKey jwk) {
    this.jwk = jwk;
  }

  /** Of any key, its public half; numbered by what it is and not by what it says. */
  static SealKey of(ECKey key) throws JOSEException {
    return new SealKey(
        new ECKey.Builder(key.getCurve(), key.getX(), key.getY())
            .algorithm(JWSAlgorithm.ES256)
            .keyUse(KeyUse.SIGNATURE)
            .keyIDFromThumbprint()
            .build());
  }

  /**
   * Reads a JSON Web Key (RFC 7517).
   *
   * @throws IllegalArgumentException for people, when it is none, or not on the curve P-256
   */
  public static SealKey read(Map<String, Object> jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (!Curve.P_256.equals(key.getCurve())) {
        throw new IllegalArgumentException("the key is not on the curve P-256");
      }
      return of(key);
    } catch (ParseException | JOSEException | IllegalStateException e) {
      throw new IllegalArgumentException("this is no public key: " + e.getMessage(), e);
    }
  }

  /** Its number: the thumbprint of RFC 7638, 43 characters of base64url. */
  public String id() {
    return jwk.getKeyID();
  }

  /** As a JSON Web Key. */
  public Map<String, Object> fields() {
    return new TreeMap<>(jwk.toJSONObject());
  }

  /** Whether this is how the very key is written, with nothing besides. */
  public boolean isWritten(Map<String, Object> jwkFields) {
    try {
      return CanonicalJson.write(jwkFields).equals(CanonicalJson.write(fields()));
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * What was signed.
   *
   * @param jws in its compact form (RFC 7515)
   * @param type that its header must say
   * @return the signed text; empty unless all of it is as this key signed it, to the letter
   */
  public Optional<String> opened(String jws, String type) {
    try {
      JWSObject object = JWSObject.parse(jws);
      return isOurs(object, jws, new JOSEObjectType(type))
          ? Optional.of(object.getPayload().toString())
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The signature covers the other parts as they are written; it must itself be written so. */
  private boolean isOurs(JWSObject object, String jws, JOSEObjectType type) throws JOSEException {
    JWSHeader header = object.getHeader();
    String signature = jws.substring(jws.lastIndexOf('.') + 1);
    return JWSAlgorithm.ES256.equals(header.getAlgorithm())
        && type.equals(header.getType())
        && id().equals(header.getKeyID())
        && Base64URL.encode(object.getSignature().decode()).toString().equals(signature)
        && object.verify(new ECDSAVerifier(jwk));
  }

  /**
   * Compares fields with their seal.
   *
   * @param seal as {@link SealingKey#seal} made it
   * @return one for each field that differs, is missing or is too many; or one named {@code seal}
   *     when this key has not made it, for then it says nothing about the others
   */
  public List<Alteration> alterations(String seal, Map<String, String> fields) {
    return opened(seal, SEAL.getType())
        .map(digests -> compared(CanonicalJson.read(digests), fields))
        .orElseGet(() -> List.of(new Alteration("seal", "is not what this key signed")));
  }

  private static List<Alteration> compared(
      Map<String, Object> digests, Map<String, String> fields) {
    List<Alteration> found = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(digests.keySet());
    names.addAll(fields.keySet());
    for (String name : names) {
      String value = fields.get(name);
      if (value == null) {
        found.add(new Alteration(name, "was sealed, and is missing"));
      } else if (!digests.containsKey(name)) {
        found.add(new Alteration(name, "was not there when it was sealed"));
      } else if (!CanonicalJson.sha256(value).equals(digests.get(name))) {
        found.add(new Alteration(name, "is not what was sealed"));
      }
    }
    return List.copyOf(found);
  }

  /** Its number; the key itself is no secret, but it is long. */
  @Override
  public String toString() {
    return "SealKey[" + id() + "]";
  }
}
