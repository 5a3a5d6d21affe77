package dev.purser.daemon.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The ceremonies' checks, as the library does them: origin, host, challenge, user, signature. */
final class WebAuthn {
  /** COSE numbers of what is taken: ES256, Ed25519, RS256. The page asks for the same. */
  private static final List<PublicKeyCredentialParameters> KEYS =
      List.of(
          key(COSEAlgorithmIdentifier.ES256),
          key(COSEAlgorithmIdentifier.EdDSA),
          key(COSEAlgorithmIdentifier.RS256));

  private static final boolean USER_IS_VERIFIED = true;
  private static final boolean USER_IS_PRESENT = true;

  private static final ObjectConverter CONVERTER = new ObjectConverter();
  private static final WebAuthnManager MANAGER =
      WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
  private static final AttestedCredentialDataConverter CREDENTIALS =
      new AttestedCredentialDataConverter(CONVERTER);

  private WebAuthn() {}

  /**
   * A passkey that was just made.
   *
   * @param attested credential id and public key, as base64url
   */
  record Made(String credentialId, String attested, long counter) {}

  /**
   * Checks a new passkey.
   *
   * @throws IllegalArgumentException when anything does not fit; the message is for the log
   */
  static Made made(RelyingParty party, Challenge challenge, Attestation attestation) {
    try {
      RegistrationData data =
          MANAGER.verify(
              new RegistrationRequest(
                  Base64Url.decode(attestation.attestationObject()),
                  Base64Url.decode(attestation.clientData())),
              new RegistrationParameters(
                  server(party, challenge), KEYS, USER_IS_VERIFIED, USER_IS_PRESENT));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      return new Made(
          Base64Url.encode(credential.getCredentialId()),
          Base64Url.encode(CREDENTIALS.convert(credential)),
          authenticator.getSignCount());
    } catch (RuntimeException e) {
      // The library and its parsers throw of many kinds; what they do not read is no passkey.
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Checks a signature by a known passkey, but for its counter: that is compared in the books. */
  static Verification signed(
      RelyingParty party, Challenge challenge, String attested, Assertion assertion) {
    try {
      CredentialRecord known = known(Base64Url.decode(attested));
      byte[] id = Base64Url.decode(assertion.credentialId());
      if (!Arrays.equals(known.getAttestedCredentialData().getCredentialId(), id)) {
        return new Verification.Fails("it is another passkey's");
      }
      AuthenticationData data =
          MANAGER.verify(
              new AuthenticationRequest(
                  id,
                  Base64Url.decode(assertion.authenticatorData()),
                  Base64Url.decode(assertion.clientData()),
                  Base64Url.decode(assertion.signature())),
              new AuthenticationParameters(
                  server(party, challenge), known, List.of(id), USER_IS_VERIFIED, USER_IS_PRESENT));
      return new Verification.Holds(
          Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
    } catch (RuntimeException e) {
      // The library and its parsers throw of many kinds; what they do not read proves nothing.
      return new Verification.Fails(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static ServerProperty server(RelyingParty party, Challenge challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(challenge.bytes()))
        .build();
  }

  /** With a counter of 0, which every other follows. */
  private static CredentialRecord known(byte[] attested) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        0,
        CREDENTIALS.convert(attested),
        null,
        null,
        null,
        null);
  }

  private static PublicKeyCredentialParameters key(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
