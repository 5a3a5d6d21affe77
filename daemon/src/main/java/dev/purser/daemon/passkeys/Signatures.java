package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks the owner's passkeys to sign, and looks at what comes back: once, and in time. */
public final class Signatures {
  private final Books books;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final RelyingParty party;
  private final Set<String> owners;

  /**
   * Asks passkeys.
   *
   * @param owners who has the owner's role; a passkey of anybody else is as good as revoked
   */
  public Signatures(
      Books books,
      Passkeys passkeys,
      Challenges challenges,
      RelyingParty party,
      Set<String> owners) {
    this.books = books;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.party = party;
    this.owners = Set.copyOf(owners);
  }

  /** What came of looking at a signature. */
  public sealed interface Finding {
    <R> R match(
        Function<? super Holds, ? extends R> ifHolds, Function<? super Fails, ? extends R> ifFails);
  }

  /**
   * It is the owner's.
   *
   * @param person whose passkey it is
   */
  public record Holds(SignedYes yes, String person) implements Finding {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> ifHolds,
        Function<? super Fails, ? extends R> ifFails) {
      return ifHolds.apply(this);
    }
  }

  /**
   * It proves nothing.
   *
   * @param why for the log, and never for who sent it
   */
  public record Fails(String why) implements Finding {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> ifHolds,
        Function<? super Fails, ? extends R> ifFails) {
      return ifFails.apply(this);
    }
  }

  /** Whether there is any passkey to ask. */
  public boolean canSign() {
    return !owned().isEmpty();
  }

  /** Whether what was signed once is still an owner's word: by a passkey that is not revoked. */
  public boolean isOwners(OpenBooks open, SignedYes yes) {
    return Passkeys.find(open, yes.assertion().credentialId())
        .filter(known -> known.attested().equals(yes.passkey()))
        .filter(known -> known.revokedAt().isEmpty())
        .filter(known -> owners.contains(known.person()))
        .isPresent();
  }

  /** A question for the owner's passkeys; empty when there is none, or too many are open. */
  public Optional<PasskeyRequest> ask(Matter matter) {
    List<Passkey> active = owned();
    return active.isEmpty()
        ? Optional.empty()
        : challenges.about(matter).map(challenge -> PasskeyRequest.of(challenge, party, active));
  }

  /** Whether the owner has signed for this very matter; the question is used up by asking. */
  public Finding check(Matter matter, Assertion assertion) {
    Optional<Passkey> passkey =
        owned().stream()
            .filter(known -> known.credentialId().equals(assertion.credentialId()))
            .findFirst();
    if (passkey.isEmpty()) {
      return new Fails("nobody enrolled this passkey, or it was revoked");
    }
    Optional<Challenge> challenge =
        assertion.claimedChallenge().flatMap(text -> challenges.find(text, matter));
    if (challenge.isEmpty()) {
      return new Fails("the challenge was not made for this " + matter.action().word());
    }
    // Used up whatever comes of it, so that no question is answered twice, and wrong answers are
    // few.
    if (!books.change(open -> Challenges.use(open, challenge.get()))) {
      return new Fails("the challenge was answered already, or is too old");
    }
    SignedYes yes =
        new SignedYes(passkey.get().attested(), challenge.get().nonce(), assertion, party);
    return yes.verify(matter)
        .match(
            holds -> countOn(matter, passkey.get(), yes, holds.counter()),
            fails -> refused(matter, passkey.get(), fails.why()));
  }

  private List<Passkey> owned() {
    return passkeys.active().stream().filter(each -> owners.contains(each.person())).toList();
  }

  private Finding countOn(Matter matter, Passkey passkey, SignedYes yes, long counter) {
    return books.change(open -> Passkeys.countOn(open, passkey, matter.order(), counter))
        ? new Holds(yes, passkey.person())
        : new Fails("the passkey was revoked, or its counter has not moved on");
  }

  /** Somebody has, or had, the owner's passkey in hand: that is worth a line in the trail. */
  private Finding refused(Matter matter, Passkey passkey, String why) {
    return books.change(
        open -> {
          open.record(
              new AuditEntry(
                  "passkey.refused", matter.order(), "owner", Map.of("passkey", passkey.id())));
          return new Fails(why);
        });
  }
}
