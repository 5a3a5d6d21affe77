package dev.purser.daemon.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  @Test
  void fingerprintIsWhatOtherToolsSay() {
    assertThat(Fingerprint.of(Fingerprint.certificate(Certificates.PEM)))
        .isEqualTo(new Fingerprint(Certificates.SHA_256));
  }

  @Test
  void secondCertificateIsNotPassedOver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fingerprint.certificate(Certificates.PEM + Certificates.PEM))
        .withMessageContaining("one certificate");
  }

  @Test
  void privateKeyIsSentBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Fingerprint.certificate("-----BEGIN PRIVATE KEY-----\n" + Certificates.PEM))
        .withMessageContaining("stays with the agent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "eggs", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void whatIsNoCertificateIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.certificate(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AB", "zz"})
  void fingerprintHas64LowerCaseDigits(String hex) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(hex));
  }
}
