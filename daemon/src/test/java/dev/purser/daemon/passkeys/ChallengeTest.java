package dev.purser.daemon.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final UUID ORDER = UUID.fromString("01a208a3-465d-726d-a1dd-ef918ad24aea");
  private static final UUID ANOTHER = UUID.fromString("01a208a3-465d-726d-a1dd-ef918ad24aeb");
  private static final String DIGEST = "d1".repeat(32);
  private static final Matter YES = Matter.order(ORDER, DIGEST);

  private final SecureRandom random = new SecureRandom();

  @Test
  void itIsSha256OfDigestNonceAndAction() throws Exception {
    Challenge challenge = Challenge.about(YES, random);

    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(HexFormat.of().parseHex(DIGEST));
    sha256.update(Base64.getUrlDecoder().decode(challenge.nonce()));
    sha256.update(new byte[] {'c', 'o', 'n', 'f', 'i', 'r', 'm'});
    assertThat(Base64.getUrlDecoder().decode(challenge.text())).isEqualTo(sha256.digest());
  }

  @Test
  void anotherDigestNonceOrActionIsAnotherChallenge() {
    Challenge challenge = Challenge.about(YES, random);
    Challenge again = Challenge.about(YES, random);

    assertThat(challenge.text())
        .isNotEqualTo(again.text())
        .isNotEqualTo(new Challenge(Matter.order(ORDER, "d2".repeat(32)), challenge.nonce()).text())
        .isNotEqualTo(
            new Challenge(new Matter(Action.REFUND, Optional.of(ORDER), DIGEST), challenge.nonce())
                .text())
        .isEqualTo(new Challenge(YES, challenge.nonce()).text());
  }

  @Test
  void itIsAboutTheOrderThatItWasMadeFor() {
    Challenge challenge = Challenge.about(YES, random);

    assertThat(Challenge.read(YES, challenge.nonce())).contains(challenge);
    assertThat(Challenge.read(Matter.order(ANOTHER, DIGEST), challenge.nonce())).isEmpty();
    assertThat(Challenge.read(Matter.signIn(), challenge.nonce())).isEmpty();
  }

  @Test
  void aNonceOfAnotherLengthIsNone() {
    String nonce = Challenge.about(YES, random).nonce();

    assertThatThrownBy(() -> new Challenge(YES, nonce.substring(4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matter.order(ORDER, DIGEST.substring(1)))
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
