package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only a passkey of the owner's, asked about this very order, says yes. */
@ExtendWith(HouseKeeper.class)
class PasskeyOrdersTest {
  private static final String ORIGIN = "http://localhost:8480";
  private static final RelyingParty PARTY = new RelyingParty("localhost", ORIGIN);

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);

  @OnEachDatabase
  void aPasskeySaysYesAndTheOrderIsPaid(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);

    assertThat(house.confirm(order, phone.sign(owner.challenge(order))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
    house.pay();
    house.clock.pass(House.UNDO_WINDOW);
    house.pay();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.inspect()).isEmpty();
  }

  /** They do not count, either. */
  @OnEachDatabase
  void aPasskeyThatIsCopiedBetweenPhonesSaysYesToo(House house) {
    phone.isBackedUp = true;
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    for (UUID each : List.of(order, house.awaiting("milk", 1))) {
      phone.counter = -1;

      assertThat(house.confirm(each, phone.sign(owner.challenge(each))))
          .isEqualTo(new ConfirmOutcome.Confirmed());
    }
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
  }

  @OnEachDatabase
  void aPasskeyThatNobodyEnrolledSaysNothing(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);

    refused(house, order, new SoftAuthenticator(ORIGIN).sign(owner.challenge(order)));
  }

  @OnEachDatabase
  void aPasskeyThatDidNotVerifyItsUserSaysNothing(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    phone.verifiesUser = false;

    refused(house, order, phone.sign(owner.challenge(order)));
  }

  @OnEachDatabase
  void aPasskeyOnAnotherOriginSaysNothing(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    for (String origin : List.of("http://localhost:8481", "https://localhost:8480")) {
      phone.origin = origin;

      refused(house, order, phone.sign(owner.challenge(order)));
    }
  }

  @OnEachDatabase
  void aPasskeyInAnothersFrameOrForAnotherHostSaysNothing(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    phone.inAnothersFrame = true;
    refused(house, order, phone.sign(owner.challenge(order)));

    phone.inAnothersFrame = false;
    phone.rpId = "example.org";
    refused(house, order, phone.sign(owner.challenge(order)));
  }

  @OnEachDatabase
  void aYesIsForOneOrderEvenIfAnotherSaysTheSame(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID first = house.awaiting("eggs", 1);
    Assertion yes = phone.sign(owner.challenge(first));
    assertThat(house.flow().decline(house.link(first), Decline.because(""))).isTrue();
    UUID same = house.awaiting("eggs", 1);
    UUID other = house.awaiting("milk", 1);

    assertThat(house.order(same).digest()).isEqualTo(house.order(first).digest());
    refused(house, same, yes);
    refused(house, other, yes);
  }

  @OnEachDatabase
  void aYesCountsOnceEvenAcrossARestart(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    phone.counter = -1; // One that does not count: nothing else tells old from new.
    Assertion yes = phone.sign(owner.challenge(order));
    house.shelf().sell("eggs", "3.94", "");
    assertThat(house.confirm(order, yes)).isInstanceOf(ConfirmOutcome.Replaced.class);
    house.restart();
    house.alter(
        "update orders set state = 'AWAITING_CONFIRMATION' where id = '%s'".formatted(order));

    refused(house, order, yes);
  }

  @OnEachDatabase
  void aQuestionOutlivesARestart(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    String challenge = owner.challenge(order);

    house.restart();

    assertThat(house.confirm(order, phone.sign(challenge)))
        .isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aQuestionIsOpenForFiveMinutesAndNoLonger(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    Assertion late = phone.sign(owner.challenge(order));
    house.clock.pass(Duration.ofMinutes(5));
    refused(house, order, late);

    Assertion inTime = phone.sign(owner.challenge(order));
    house.clock.pass(Duration.ofMinutes(5).minusNanos(1_000));
    assertThat(house.confirm(order, inTime)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aCounterThatHasNotMovedOnIsRefusedAndRecorded(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID first = house.awaiting("eggs", 1);
    assertThat(house.confirm(first, phone.sign(owner.challenge(first))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
    UUID order = house.awaiting("milk", 1);
    phone.counter--;

    refused(house, order, phone.sign(owner.challenge(order)));
    assertThat(house.story(order)).contains("passkey.counter-refused");
    assertThat(house.confirm(order, phone.sign(owner.challenge(order))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void wrongSignaturesAndWrongPassphrasesLockNoPasskeyOut(House house) {
    PasskeyHouse owner = enrolled(house);
    owner.restart(true);
    UUID order = house.awaiting("eggs", 1);
    SoftAuthenticator agents = new SoftAuthenticator(ORIGIN);
    for (int i = 0; i < 10; i++) {
      refused(house, order, agents.sign(owner.challenge(order)));
      house.confirm(house.link(order), house.order(order).digest(), "a guess");
    }

    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.Locked.class);
    assertThat(house.confirm(order, phone.sign(owner.challenge(order))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aWrongAnswerUsesItsQuestionUpAndIsRecorded(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    String challenge = owner.challenge(order);
    phone.verifiesUser = false;
    refused(house, order, phone.sign(challenge));

    phone.verifiesUser = true;
    refused(house, order, phone.sign(challenge));
    assertThat(house.story(order)).containsOnlyOnce("passkey.refused");
  }

  @OnEachDatabase
  void aRevokedPasskeySaysNothing(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    String id = owner.enrolled(phone).id();
    owner.enrolled(new SoftAuthenticator(ORIGIN));
    UUID order = house.awaiting("eggs", 1);
    Assertion yes = phone.sign(owner.challenge(order));

    assertThat(owner.enrolling().revoke(id, "user:owner")).isTrue();
    assertThat(owner.enrolling().revoke(id, "user:owner")).isFalse();
    refused(house, order, yes);
  }

  @OnEachDatabase
  void aPasskeyOfSomebodyWhoIsNoOwnerAnyMoreSaysNothing(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    Assertion yes = phone.sign(owner.challenge(order));

    owner.restart(Set.of("somebody else"));

    refused(house, order, yes);
    assertThat(house.flow().ways().passkey()).isFalse();
  }

  @OnEachDatabase
  void thePassphraseIsOffOnceThereIsAPasskeyUnlessItIsTurnedOn(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    assertThat(house.flow().ways()).isEqualTo(new ProofWays(false, true));
    UUID order = house.awaiting("eggs", 1);
    owner.enrolled(phone);

    assertThat(house.flow().ways()).isEqualTo(new ProofWays(true, false));
    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.WrongProof.class);

    owner.restart(true);
    assertThat(house.flow().ways()).isEqualTo(new ProofWays(true, true));
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void questionsAboutOneOrderAreNotWithoutEnd(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID order = house.awaiting("eggs", 1);
    for (int i = 0; i < 64; i++) {
      owner.challenge(order);
    }

    assertThat(house.flow().ask(house.link(order), house.order(order).digest())).isEmpty();
    house.clock.pass(Duration.ofMinutes(5));
    assertThat(house.flow().ask(house.link(order), house.order(order).digest())).isPresent();
  }

  private PasskeyHouse enrolled(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    owner.enrolled(phone);
    return owner;
  }

  private static void refused(House house, UUID order, Assertion assertion) {
    assertThat(house.confirm(order, assertion)).isInstanceOf(ConfirmOutcome.WrongProof.class);
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }
}
