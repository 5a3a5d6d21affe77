package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letting passkeys in and out. Only a code that the privileged side has printed lets one in; no
 * mail and no page can ask for one.
 */
public final class Enrolling {
  /** Time enough to type it on a phone. */
  static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Enrolling.class);

  private final Ground ground;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final RelyingParty party;

  public Enrolling(Ground ground, RelyingParty party) {
    this.ground = ground;
    this.passkeys = new Passkeys(ground.jdbi());
    this.challenges = new Challenges(ground.books(), ground.jdbi(), ground.random());
    this.party = party;
  }

  /** What enrolling stands on. */
  public record Ground(Books books, Jdbi jdbi, Clock clock, SecureRandom random) {}

  /** A code, to be shown once. */
  public record Issued(EnrolmentCode code, Instant expiresAt) {}

  /**
   * What a page needs to have a passkey made.
   *
   * @param userId the person as authenticators know them, as base64url; the same for each passkey
   */
  public record Invitation(PasskeyRequest request, String person, String userId) {}

  /** A new code for a person, who is the operator that asks. */
  public Issued issueCode(String person) {
    EnrolmentCode code = EnrolmentCode.random(ground.random());
    return ground
        .books()
        .change(
            open -> {
              CodesDao dao = open.dao(CodesDao.class);
              dao.forgetExpired(open.now());
              Instant end = open.now().plus(CODE_LIFETIME);
              dao.insert(code.digest(), person, end);
              open.record(AuditEntry.of("passkey.code-issued", "user:" + person, Map.of()));
              return new Issued(code, end);
            });
  }

  /** The question to a new passkey; empty for a code that is none, used, or too old. */
  public Optional<Invitation> invite(EnrolmentCode code) {
    return person(code)
        .flatMap(
            person ->
                challenges.about(matter(code)).map(challenge -> invitation(challenge, person)));
  }

  /**
   * Lets a passkey in, and uses the code up.
   *
   * @param label what the person calls it
   * @return empty when code, challenge or passkey do not fit; why is in the log
   */
  public Optional<Passkey> enrol(EnrolmentCode code, String label, Attestation attestation) {
    try {
      return challenge(code, attestation)
          .flatMap(challenge -> enrol(code, label, challenge, attestation));
    } catch (IllegalArgumentException e) {
      LOG.warn("A passkey was not enrolled: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Puts an end to a passkey at once; false when there is none with this id, or it was ended. */
  public boolean revoke(String id, String actor) {
    return ground
        .books()
        .change(
            open -> {
              boolean revoked = open.dao(PasskeysDao.class).revoke(id, open.now());
              if (revoked) {
                open.record(AuditEntry.of("passkey.revoked", actor, Map.of("passkey", id)));
              }
              return revoked;
            });
  }

  /** All that were ever enrolled, the oldest first. */
  public List<Passkey> all() {
    return passkeys.all();
  }

  private static Matter matter(EnrolmentCode code) {
    return new Matter(Action.ENROL, Optional.empty(), code.digest());
  }

  private Optional<String> person(EnrolmentCode code) {
    return ground
        .jdbi()
        .withExtension(CodesDao.class, dao -> dao.person(code.digest(), ground.clock().instant()));
  }

  private Invitation invitation(Challenge challenge, String person) {
    String userId =
        Base64Url.encode(HexFormat.of().parseHex(CanonicalJson.sha256("purser:" + person)));
    return new Invitation(PasskeyRequest.of(challenge, party, passkeys.active()), person, userId);
  }

  private Optional<Challenge> challenge(EnrolmentCode code, Attestation attestation) {
    return ClientData.challengeIn(attestation.clientData())
        .flatMap(text -> challenges.find(text, matter(code)));
  }

  private Optional<Passkey> enrol(
      EnrolmentCode code, String label, Challenge challenge, Attestation attestation) {
    WebAuthn.Made made = WebAuthn.made(party, challenge, attestation);
    Optional<String> person = person(code);
    return ground
        .books()
        .change(
            open ->
                person.isPresent()
                        && Challenges.use(open, challenge)
                        && open.dao(CodesDao.class).use(code.digest(), open.now())
                    ? Optional.of(keep(open, made, person.get(), label))
                    : Optional.empty());
  }

  private static Passkey keep(OpenBooks open, WebAuthn.Made made, String person, String label) {
    String id = Passkey.idOf(made.credentialId());
    PasskeysDao.Row row =
        new PasskeysDao.Row(
            id,
            made.credentialId(),
            made.attested(),
            made.counter(),
            person,
            label,
            open.now(),
            null);
    open.dao(PasskeysDao.class).insert(row);
    open.record(
        AuditEntry.of(
            "passkey.enrolled",
            "user:" + person,
            Map.of("passkey", id, "label", label, "credential", made.attested())));
    return row.passkey();
  }
}
