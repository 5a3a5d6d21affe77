package dev.purser.daemon;

import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.confirmation.EitherProof;
import dev.purser.daemon.confirmation.OwnerProof;
import dev.purser.daemon.confirmation.PasskeyProof;
import dev.purser.daemon.confirmation.PassphraseFile;
import dev.purser.daemon.confirmation.PassphraseProof;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.owner.session.OwnerSignIn;
import dev.purser.daemon.owner.web.SiteAddress;
import dev.purser.daemon.passkeys.Challenges;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignIns;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.policy.Doorkeeper;
import java.security.SecureRandom;
import java.time.Clock;

/** How the owner proves a yes, and signs in; how passkeys come in. */
record Proofs(
    ProofGuard guard,
    ProofGuard signIn,
    OwnerSignIn ownerSignIn,
    Signatures signatures,
    Enrolling enrolling) {

  static Proofs of(
      PurserConfiguration config,
      OpenedBooks books,
      Doorkeeper doorkeeper,
      Clock clock,
      SecureRandom random) {
    SiteAddress site = new SiteAddress(config.owner().baseUrl());
    RelyingParty party = new RelyingParty(site.host(), site.origin());
    Passkeys passkeys = new Passkeys(books.jdbi());
    OwnerProof passphrase =
        new PassphraseProof(new PassphraseFile(config.owner().passphraseFile()));
    Signatures signatures =
        new Signatures(
            books.writer(),
            passkeys,
            new Challenges(books.writer(), books.jdbi(), random),
            party,
            doorkeeper.peopleWith(Role.OWNER));
    OwnerProof passkey = new PasskeyProof(signatures);
    OwnerProof either = new EitherProof(passphrase, passkey, config.owner().passphraseFallback());
    ProofGuard guard = new ProofGuard(books.writer(), either);
    return new Proofs(
        guard,
        new ProofGuard(books.writer(), passphrase),
        new OwnerSignIn(
            guard,
            new SignIns(
                new SignIns.Ground(books.writer(), passkeys, clock, random),
                party,
                doorkeeper.peopleWith(Role.OWNER)),
            passkeys,
            books.writer(),
            doorkeeper.peopleWith(Role.OWNER),
            doorkeeper.peopleWith(Role.FINANCE)),
        signatures,
        new Enrolling(new Enrolling.Ground(books.writer(), books.jdbi(), clock, random), party));
  }
}
