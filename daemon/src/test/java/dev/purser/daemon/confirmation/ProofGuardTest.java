package dev.purser.daemon.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.purchasing.AtOnce;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ProofGuardTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant END_OF_WINDOW = START.plus(Duration.ofMinutes(15));

  private static final String SIGN_IN = "sign-in";
  private static final ProofResult PROVEN = new ProofResult.Proven(Evidence.passphrase());

  private final SettableClock clock = new SettableClock(START);
  private final AtomicInteger looks = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private BooksWriter books;

  @SuppressWarnings("NullAway.Init")
  private ProofGuard guard;

  private final class Passphrase implements OwnerProof {
    @Override
    public ProofFinding examine(Matter matter, ProofAttempt attempt) {
      looks.incrementAndGet();
      return attempt.<ProofFinding>match(
          typed ->
              typed.secret().equals("right")
                  ? new ProofFinding.Holds(Evidence.passphrase())
                  : new ProofFinding.Fails("wrong"),
          signed -> new ProofFinding.Fails("signed"));
    }
  }

  @BeforeEach
  void open(Database database) {
    books = BooksWriter.start(database, clock);
    guard = new ProofGuard(books, new Passphrase());
  }

  @AfterEach
  void close() {
    books.close();
  }

  @OnEachDatabase
  void theFifthWrongProofIsTheLastLookedAt() {
    for (int left = 4; left >= 0; left--) {
      assertThat(wrong("order")).isEqualTo(new ProofResult.Wrong(left));
    }

    assertThat(right("order")).isEqualTo(new ProofResult.Locked(END_OF_WINDOW));
    assertThat(looks).hasValue(5);
  }

  @OnEachDatabase
  void theFifthProofMayStillBeRight() {
    for (int i = 0; i < 4; i++) {
      wrong("order");
    }

    assertThat(right("order")).isEqualTo(PROVEN);
  }

  @OnEachDatabase
  void theRightProofForgivesTheWrongOnes() {
    for (int i = 0; i < 4; i++) {
      wrong("order");
    }
    right("order");

    assertThat(wrong("order")).isEqualTo(new ProofResult.Wrong(4));
  }

  @OnEachDatabase
  void oneOrdersLockIsNotAnothers() {
    for (int i = 0; i < 6; i++) {
      wrong("order");
    }

    assertThat(right("another")).isEqualTo(PROVEN);
  }

  @OnEachDatabase
  void thirtyWrongProofsOnAnythingLockEverything() {
    for (int i = 0; i < 30; i++) {
      assertThat(wrong("order " + i / 4)).isInstanceOf(ProofResult.Wrong.class);
    }

    assertThat(right("untouched")).isEqualTo(new ProofResult.Locked(END_OF_WINDOW));
    assertThat(right("sign-in")).isEqualTo(new ProofResult.Locked(END_OF_WINDOW));
    assertThat(looks).hasValue(30);
    clock.set(END_OF_WINDOW);
    assertThat(right("untouched")).isEqualTo(PROVEN);
  }

  /** Otherwise somebody with one right answer could try all day on the others. */
  @OnEachDatabase
  void theRightProofForgivesNotWhatWasTriedElsewhere() {
    for (int i = 0; i < 29; i++) {
      wrong("order " + i / 4);
    }
    assertThat(right("another")).isEqualTo(PROVEN);
    assertThat(wrong("a third")).isInstanceOf(ProofResult.Wrong.class);

    assertThat(right("another")).isInstanceOf(ProofResult.Locked.class);
  }

  @OnEachDatabase
  void rightProofsAreNeverCounted() {
    for (int i = 0; i < 40; i++) {
      assertThat(right("order")).isEqualTo(PROVEN);
    }
  }

  @OnEachDatabase
  void theWindowCountsFromTheFirstWrongProof() {
    wrong("order");
    clock.pass(Duration.ofMinutes(14));
    for (int i = 0; i < 4; i++) {
      wrong("order");
    }

    assertThat(right("order")).isEqualTo(new ProofResult.Locked(END_OF_WINDOW));
    clock.set(END_OF_WINDOW.minusNanos(1_000));
    assertThat(right("order")).isInstanceOf(ProofResult.Locked.class);
    clock.set(END_OF_WINDOW);
    assertThat(wrong("order")).isEqualTo(new ProofResult.Wrong(4));
  }

  @OnEachDatabase
  void manyAtOnceGetNoMoreTriesThanOneAfterAnother() {
    List<ProofResult> results = AtOnce.run(20, unused -> wrong("order"));

    assertThat(looks).hasValue(5);
    assertThat(results).filteredOn(ProofResult.Locked.class::isInstance).hasSize(15);
  }

  /** An order for each name. */
  private static Matter about(String subject) {
    return subject.equals(SIGN_IN)
        ? Matter.signIn()
        : Matter.order(
            UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)), "d1".repeat(32));
  }

  private ProofResult wrong(String subject) {
    return guard.check(about(subject), new ProofAttempt.Typed("", "wrong"));
  }

  private ProofResult right(String subject) {
    return guard.check(about(subject), new ProofAttempt.Typed("", "right"));
  }
}
