package dev.purser.daemon.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final UUID ORDER = UUID.fromString("01a208a3-465d-726d-a1dd-ef918ad24aea");
  private static final UUID ANOTHER = UUID.fromString("01a208a3-465d-726d-a1dd-ef918ad24aeb");
  private static final String DIGEST = "d1".repeat(32);

  private final SecureRandom random = new SecureRandom();

  @Test
  void itIsSha256OfDigestNonceAndAction() throws Exception {
    Challenge challenge = Challenge.toConfirm(ORDER, DIGEST, random);

    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(HexFormat.of().parseHex(DIGEST));
    sha256.update(Base64.getUrlDecoder().decode(challenge.nonce()));
    sha256.update(new byte[] {'c', 'o', 'n', 'f', 'i', 'r', 'm'});
    assertThat(Base64.getUrlDecoder().decode(challenge.text())).isEqualTo(sha256.digest());
  }

  @Test
  void anotherDigestNonceOrActionIsAnotherChallenge() {
    Challenge challenge = Challenge.toConfirm(ORDER, DIGEST, random);
    Challenge again = Challenge.toConfirm(ORDER, DIGEST, random);

    assertThat(challenge.text())
        .isNotEqualTo(again.text())
        .isNotEqualTo(new Challenge("d2".repeat(32), challenge.nonce(), Action.CONFIRM).text())
        .isNotEqualTo(new Challenge(DIGEST, challenge.nonce(), Action.ENROL).text())
        .isEqualTo(new Challenge(DIGEST, challenge.nonce(), Action.CONFIRM).text());
  }

  @Test
  void itIsAboutTheOrderThatItWasMadeFor() {
    Challenge challenge = Challenge.toConfirm(ORDER, DIGEST, random);

    assertThat(challenge.isAbout(ORDER)).isTrue();
    assertThat(challenge.isAbout(ANOTHER)).isFalse();
    assertThat(Challenge.toEnrol(DIGEST, random).isAbout(ORDER)).isFalse();
  }

  @Test
  void aNonceOfAnotherLengthIsNone() {
    String nonce = Challenge.toConfirm(ORDER, DIGEST, random).nonce();

    assertThatThrownBy(() -> new Challenge(DIGEST, nonce.substring(4), Action.CONFIRM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Challenge(DIGEST.substring(1), nonce, Action.CONFIRM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesHaveOneTextOnly() {
    assertThat(Base64Url.decode("AAA")).hasSize(2);
    for (String text : new String[] {"AAB", "AAA=", "A", "", "A+A", "A".repeat(8193)}) {
      assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Base64Url.decode("A".repeat(8192))).hasSize(6144);
  }
}
