package dev.purser.daemon.seals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.files.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A daemon's own key: ES256, in a file that only its user reads. It vouches for what was kept. */
public final class SealingKey {
  private static final int MAX_FILE_BYTES = 4096;

  private final ECKey key;
  private final SealKey publicKey;

  private SealingKey(ECKey key) throws JOSEException {
    this.key = key;
    this.publicKey = SealKey.of(key);
  }

  /**
   * The key that is kept in a file; where there is none yet, it is made, with its directory. A JSON
   * Web Key, mode 0600.
   *
   * @throws IOException when it cannot be read or made, is a symbolic link, or holds something else
   */
  public static SealingKey inFile(Path file, SecureRandom random) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      return made(file, random);
    }
  }

  private static SealingKey made(Path file, SecureRandom random) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(
        Objects.requireNonNull(absolute.getParent()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      ECKey fresh = new ECKeyGenerator(Curve.P_256).secureRandom(random).generate();
      PrivateFile.writeNew(absolute, fresh.toJSONString() + "\n");
    } catch (FileAlreadyExistsException e) {
      // Another daemon was quicker; its key is this one's, too.
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
    return read(absolute);
  }

  private static SealingKey read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII);
      SealingKey read = new SealingKey(ECKey.parse(text));
      read.requireWhole();
      return read;
    } catch (ParseException | JOSEException | IllegalStateException e) {
      // Not the cause: parsers quote what they read.
      throw new FileSystemException(file.toString(), null, "holds no private key for ES256");
    }
  }

  /** That both halves belong together, and that it signs at all. */
  private void requireWhole() throws JOSEException {
    if (!publicKey.alterations(seal(Map.of()), Map.of()).isEmpty()) {
      throw new JOSEException("its halves do not belong together");
    }
  }

  public SealKey publicKey() {
    return publicKey;
  }

  /**
   * Vouches for fields: a compact JWS over the SHA-256 of each. Nothing of a value can be read in
   * it, and each one can be compared with it alone.
   */
  public String seal(Map<String, String> fields) {
    Map<String, String> digests = new TreeMap<>();
    fields.forEach((name, value) -> digests.put(name, CanonicalJson.sha256(value)));
    return sign(SealKey.SEAL.getType(), CanonicalJson.write(digests));
  }

  /**
   * Signs a text as a compact JWS.
   *
   * @param type for its header, so that no signature is taken for one of another kind
   */
  public String sign(String type, String text) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(publicKey.id())
            .build();
    JWSObject object = new JWSObject(header, new Payload(text));
    try {
      object.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key was looked at when it was read", e);
    }
    return object.serialize();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "SealingKey[" + publicKey.id() + "]";
  }
}
