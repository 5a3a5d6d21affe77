package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.EitherProof;
import dev.purser.daemon.confirmation.OwnerProof;
import dev.purser.daemon.confirmation.PasskeyProof;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.owner.session.OwnerSignIn;
import dev.purser.daemon.passkeys.Challenges;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.passkeys.EnrolmentCode;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignIns;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;

/** A house whose owner has passkeys. */
final class PasskeyHouse {
  static final String OWNER = "owner";

  private final SecureRandom random = new SecureRandom();
  private final House house;
  private final RelyingParty party;
  private Set<String> owners = Set.of(OWNER);

  PasskeyHouse(House house, RelyingParty party) {
    this.house = house;
    this.party = party;
    restart(false);
  }

  /** A policy that names nobody as owner, or somebody else. */
  void restart(Set<String> owners) {
    this.owners = owners;
    restart(false);
  }

  void restart(boolean passphraseFallback) {
    house.restartProvenBy(this::signatures, signatures -> either(signatures, passphraseFallback));
  }

  private static OwnerProof either(Signatures signatures, boolean passphraseFallback) {
    return new EitherProof(
        new House.Passphrase(), new PasskeyProof(signatures), passphraseFallback);
  }

  private Signatures signatures(BooksWriter books) {
    var jdbi = house.database().jdbi();
    return new Signatures(
        books, new Passkeys(jdbi), new Challenges(books, jdbi, random), party, owners);
  }

  /** As the pages sign their owner in. */
  OwnerSignIn signIn(boolean passphraseFallback) {
    return new OwnerSignIn(
        guard(passphraseFallback),
        signIns(),
        new Passkeys(house.database().jdbi()),
        house.books(),
        owners,
        owners);
  }

  SignIns signIns() {
    return new SignIns(
        new SignIns.Ground(
            house.books(), new Passkeys(house.database().jdbi()), house.clock, random),
        party,
        owners);
  }

  ProofGuard guard(boolean passphraseFallback) {
    return new ProofGuard(house.books(), either(signatures(house.books()), passphraseFallback));
  }

  Enrolling enrolling() {
    return new Enrolling(
        new Enrolling.Ground(house.books(), house.database().jdbi(), house.clock, random), party);
  }

  EnrolmentCode code() {
    return enrolling().issueCode(OWNER).code();
  }

  Passkey enrolled(SoftAuthenticator authenticator) {
    return enrolled(OWNER, authenticator);
  }

  Passkey enrolled(String person, SoftAuthenticator authenticator) {
    EnrolmentCode code = enrolling().issueCode(person).code();
    String challenge = enrolling().invite(code).orElseThrow().request().challenge();
    return enrolling().enrol(code, "phone", authenticator.make(challenge)).orElseThrow();
  }

  /** A question about the order. */
  String challenge(UUID order) {
    return house
        .flow()
        .ask(house.link(order), house.order(order).digest())
        .orElseThrow()
        .challenge();
  }
}
