package dev.purser.daemon.seals;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyTest {
  private static final Map<String, String> FIELDS = Map.of("a", "1", "b", "two");

  private Path directory;
  private Path state;
  private Path file;

  @BeforeEach
  void inADirectoryThatIsNotThereYet(@TempDir Path temporary) {
    directory = temporary;
    state = directory.resolve("state");
    file = state.resolve("mandate-key");
  }

  @Test
  void isMadeOnceAndForItsUserOnly() throws IOException {
    SealingKey made = key();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rwx------");
    assertThat(state.toFile().list()).containsExactly("mandate-key");
    assertThat(key().publicKey().fields()).isEqualTo(made.publicKey().fields());
  }

  @Test
  void sealsWhatItThenKnowsAgain() throws IOException {
    assertThat(key().publicKey().alterations(key().seal(FIELDS), FIELDS)).isEmpty();
    assertThat(key().publicKey().alterations(key().seal(FIELDS), Map.of("a", "2", "c", "3")))
        .extracting(Alteration::field)
        .containsExactly("a", "b", "c");
  }

  /** By the JDK alone, from nothing but text. */
  @Test
  void anybodyCanCheckASealWithoutUs() throws Exception {
    String[] parts = key().seal(FIELDS).split("\\.", -1);
    Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
    ecdsa.initVerify(ECKey.parse(key().publicKey().fields()).toPublicKey());
    ecdsa.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));

    assertThat(ecdsa.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8))
        .isEqualTo(
            "{\"a\":\"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b\","
                + "\"b\":\"3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3\"}");
  }

  @Test
  void aSealIsNoOtherSignatureAndTheOtherWayRound() throws IOException {
    String seal = key().seal(FIELDS);

    assertThat(key().publicKey().opened(seal, "JWT")).isEmpty();
    assertThat(key().publicKey().opened(key().sign("JWT", "{}"), "JWT")).hasValue("{}");
    assertThat(key().publicKey().alterations(key().sign("JWT", "{}"), Map.of()))
        .extracting(Alteration::field)
        .containsExactly("seal");
  }

  /** The last character of 64 bytes in base64url has four bits that mean nothing. */
  @Test
  void evenABitThatMeansNothingIsSeen() throws IOException {
    String seal = key().seal(FIELDS);
    int last = seal.length() - 1;
    String altered = seal.substring(0, last) + (char) (seal.charAt(last) + 1);

    assertThat(key().publicKey().alterations(altered, FIELDS)).isNotEmpty();
  }

  @Test
  void hasANumberOfItsOwnAndKeepsItsSecret() throws Exception {
    SealingKey key = key();
    String secret = ECKey.parse(Files.readString(file)).getD().toString();

    assertThat(key.publicKey().id()).hasSize(43);
    assertThat(key + " " + key.publicKey() + key.publicKey().fields() + key.seal(FIELDS))
        .contains(key.publicKey().id())
        .doesNotContain(secret);
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotQuoted() throws IOException {
    Files.createDirectories(state);
    for (String text : new String[] {"", "canary", "{\"kty\":\"EC\",\"d\":\"canary\"}"}) {
      Files.writeString(file, text);

      assertThatThrownBy(this::key)
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("holds no private key")
          .hasMessageNotContaining("canary")
          .hasNoCause();
    }
  }

  @Test
  void halvesOfTwoKeysAreNoKey() throws Exception {
    ECKey one = ECKey.parse(text(directory.resolve("one")));
    ECKey other = ECKey.parse(text(directory.resolve("other")));
    Files.createDirectories(state);
    Files.writeString(
        file,
        new ECKey.Builder(one.getCurve(), one.getX(), one.getY())
            .d(other.getD())
            .build()
            .toJSONString());

    assertThatThrownBy(this::key).hasMessageContaining("holds no private key");
  }

  @Test
  void aSymbolicLinkIsNotFollowed() throws IOException {
    key();
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);

    assertThatThrownBy(() -> SealingKey.inFile(link, new SecureRandom()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic link");
  }

  private SealingKey key() throws IOException {
    return SealingKey.inFile(file, new SecureRandom());
  }

  private static String text(Path path) throws IOException {
    SealingKey.inFile(path, new SecureRandom());
    return Files.readString(path);
  }
}
