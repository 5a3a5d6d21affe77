package dev.purser.daemon.confirmation;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.passkeys.Action;
import dev.purser.daemon.passkeys.Challenge;
import dev.purser.daemon.passkeys.Challenges;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The owner proves the yes by a passkey, which signs the digest of the order that was shown, a
 * nonce that was made for it, and that it is a yes.
 */
public final class PasskeyProof implements OwnerProof {
  private final Books books;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final RelyingParty party;
  private final Set<String> owners;

  /**
   * A proof by passkeys.
   *
   * @param owners who has the owner's role; a passkey of anybody else is as good as revoked
   */
  public PasskeyProof(
      Books books,
      Passkeys passkeys,
      Challenges challenges,
      RelyingParty party,
      Set<String> owners) {
    this.books = books;
    this.owners = Set.copyOf(owners);
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.party = party;
  }

  @Override
  public ProofWays ways() {
    return new ProofWays(!owned().isEmpty(), false);
  }

  @Override
  public Optional<PasskeyRequest> ask(UUID order, String digest) {
    List<Passkey> active = owned();
    return active.isEmpty()
        ? Optional.empty()
        : challenges
            .toConfirm(order, digest)
            .map(challenge -> PasskeyRequest.of(challenge, party, active));
  }

  @Override
  public ProofFinding examine(String subject, ProofAttempt attempt) {
    return attempt.match(
        typed -> new ProofFinding.Fails("a passphrase is no passkey"),
        signed -> examine(UUID.fromString(subject), signed));
  }

  private List<Passkey> owned() {
    return passkeys.active().stream().filter(each -> owners.contains(each.person())).toList();
  }

  private ProofFinding examine(UUID order, ProofAttempt.Signed attempt) {
    Optional<Passkey> passkey =
        owned().stream()
            .filter(known -> known.credentialId().equals(attempt.assertion().credentialId()))
            .findFirst();
    if (passkey.isEmpty()) {
      return new ProofFinding.Fails("nobody enrolled this passkey, or it was revoked");
    }
    Optional<Challenge> challenge =
        attempt
            .assertion()
            .claimedChallenge()
            .flatMap(text -> challenges.find(text, attempt.digest(), Action.CONFIRM))
            .filter(asked -> asked.isAbout(order));
    if (challenge.isEmpty()) {
      return new ProofFinding.Fails("the challenge was not made for this order");
    }
    // Used up whatever comes of it, so that no question is answered twice, and wrong answers are
    // few.
    if (!books.change(open -> Challenges.use(open, challenge.get()))) {
      return new ProofFinding.Fails("the challenge was answered already, or is too old");
    }
    SignedYes yes =
        new SignedYes(
            passkey.get().attested(), challenge.get().nonce(), attempt.assertion(), party);
    return yes.verify(order, attempt.digest())
        .match(
            holds -> countOn(order, passkey.get(), yes, holds.counter()),
            fails -> refused(order, passkey.get(), fails.why()));
  }

  private ProofFinding countOn(UUID order, Passkey passkey, SignedYes yes, long counter) {
    return books.change(open -> Passkeys.countOn(open, passkey, order, counter))
        ? new ProofFinding.Holds(Evidence.passkey(yes))
        : new ProofFinding.Fails("the passkey was revoked, or its counter has not moved on");
  }

  /** Somebody has, or had, the owner's passkey in hand: that is worth a line in the trail. */
  private ProofFinding refused(UUID order, Passkey passkey, String why) {
    return books.change(
        open -> {
          open.record(
              AuditEntry.of("passkey.refused", order, "owner", Map.of("passkey", passkey.id())));
          return new ProofFinding.Fails(why);
        });
  }
}
