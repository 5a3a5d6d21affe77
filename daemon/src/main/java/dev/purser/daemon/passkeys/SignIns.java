package dev.purser.daemon.passkeys;

import dev.purser.daemon.ledger.Books;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the owner's passkeys who wants to come in. Everybody who reaches the pages may have them
 * asked, so unlike {@link Signatures} this writes nothing down before an answer holds.
 */
public final class SignIns {
  private static final Matter MATTER = Matter.signIn();

  private final Books books;
  private final Passkeys passkeys;
  private final RelyingParty party;
  private final Set<String> owners;
  private final SelfMadeNonces nonces;

  /**
   * Asks passkeys.
   *
   * @param owners who has the owner's role; a passkey of anybody else is as good as revoked
   */
  public SignIns(Ground ground, RelyingParty party, Set<String> owners) {
    this.books = ground.books();
    this.passkeys = ground.passkeys();
    this.party = party;
    this.owners = Set.copyOf(owners);
    this.nonces = new SelfMadeNonces(ground.clock(), ground.random());
  }

  /** What it stands on. */
  public record Ground(Books books, Passkeys passkeys, Clock clock, SecureRandom random) {}

  /**
   * A question.
   *
   * @param nonce to be brought back with the answer; no secret
   */
  public record Question(PasskeyRequest request, String nonce) {}

  /** A question for the owner's passkeys; empty when there is none. */
  public Optional<Question> ask() {
    List<Passkey> active = owned();
    if (active.isEmpty()) {
      return Optional.empty();
    }
    Challenge challenge = nonces.about(MATTER);
    return Optional.of(
        new Question(PasskeyRequest.of(challenge, party, active), challenge.nonce()));
  }

  /** Whether the owner has signed this very question; it is used up by an answer that holds. */
  public Signatures.Finding check(String nonce, Assertion assertion) {
    Optional<Passkey> passkey =
        owned().stream()
            .filter(known -> known.credentialId().equals(assertion.credentialId()))
            .findFirst();
    Optional<Challenge> challenge = nonces.read(MATTER, nonce);
    if (passkey.isEmpty() || challenge.isEmpty()) {
      return new Signatures.Fails("no passkey of an owner's, or no question of ours");
    }
    SignedYes yes = new SignedYes(passkey.get().attested(), nonce, assertion, party);
    return yes.verify(MATTER)
        .match(
            holds -> once(challenge.get(), passkey.get(), yes, holds.counter()),
            fails -> new Signatures.Fails(fails.why()));
  }

  private Signatures.Finding once(
      Challenge challenge, Passkey passkey, SignedYes yes, long counter) {
    if (!nonces.use(challenge)) {
      return new Signatures.Fails("the question was answered already");
    }
    return books.change(open -> Passkeys.countOn(open, passkey, Optional.empty(), counter))
        ? new Signatures.Holds(yes, passkey.person())
        : new Signatures.Fails("the passkey was revoked, or its counter has not moved on");
  }

  private List<Passkey> owned() {
    return passkeys.active().stream().filter(each -> owners.contains(each.person())).toList();
  }
}
