package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import dev.purser.daemon.seals.Alteration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** One yes to several orders is to exactly those, as they were shown. */
@ExtendWith(HouseKeeper.class)
class SeveralOrdersTest {
  private static final String ORIGIN = "http://localhost:8480";
  private static final RelyingParty PARTY = new RelyingParty("localhost", ORIGIN);

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);

  @OnEachDatabase
  void oneSignatureSaysYesToEachThatWasChosen(House house) {
    enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    UUID cake = house.awaiting("cake", 1);
    Chosen chosen = chosen(house, eggs, cake);

    assertThat(outcomes(house.flow().confirmSeveral(chosen, signed(house, chosen), House.LOOKED)))
        .containsExactly(new ConfirmOutcome.Confirmed(), new ConfirmOutcome.Confirmed());
    house.pay();
    house.clock.pass(House.UNDO_WINDOW);
    house.pay();

    assertThat(Stream.of(eggs, milk, cake).map(house::state))
        .containsExactly(OrderState.PAID, OrderState.AWAITING_CONFIRMATION, OrderState.PAID);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void thePassphraseSaysYesToSeveralWhileThereIsNoPasskey(House house) {
    Chosen chosen = chosen(house, house.awaiting("eggs", 1), house.awaiting("milk", 1));

    assertThat(house.flow().askSeveral(chosen)).isEmpty();
    assertThat(
            house.flow().confirmSeveral(chosen, new ProofAttempt.Typed("", "wrong"), House.LOOKED))
        .isEqualTo(new SeveralOutcome.WrongProof(4));
    assertThat(
            outcomes(
                house
                    .flow()
                    .confirmSeveral(
                        chosen, new ProofAttempt.Typed("", House.PASSPHRASE), House.LOOKED)))
        .containsExactly(new ConfirmOutcome.Confirmed(), new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aSignatureForTwoIsNoneForThreeNorForOne(House house) {
    PasskeyHouse owner = enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    UUID cake = house.awaiting("cake", 1);
    Assertion two = sign(house, chosen(house, eggs, milk));

    refused(house, chosen(house, eggs, milk, cake), two);
    refused(house, chosen(house, eggs), sign(house, chosen(house, eggs, milk)));
    refused(house, chosen(house, eggs), phone.sign(owner.challenge(eggs)));
    assertThat(house.confirm(eggs, sign(house, chosen(house, eggs))))
        .isInstanceOf(ConfirmOutcome.WrongProof.class);
    assertThat(Stream.of(eggs, milk, cake).map(house::state))
        .containsOnly(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void itCountsOnce(House house) {
    enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    Chosen both = chosen(house, eggs, house.awaiting("milk", 1));
    ProofAttempt yes = signed(house, both);
    house.flow().confirmSeveral(both, yes, House.LOOKED);
    house.flow().undo(house.link(eggs));

    assertThat(house.flow().confirmSeveral(both, yes, House.LOOKED))
        .isEqualTo(new SeveralOutcome.NotPending());
    assertThat(house.state(eggs)).isEqualTo(OrderState.UNDONE);
  }

  @OnEachDatabase
  void whenOneHasMovedOnNothingIsConfirmed(House house) {
    enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    Chosen both = chosen(house, eggs, milk);
    ProofAttempt yes = signed(house, both);
    house.flow().decline(house.link(milk), Decline.because(""));

    assertThat(house.flow().confirmSeveral(both, yes, House.LOOKED))
        .isEqualTo(new SeveralOutcome.NotPending());
    assertThat(house.flow().askSeveral(both)).isEmpty();
    assertThat(house.state(eggs)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void anotherPriceStopsThatOneAndNotTheOthers(House house) {
    enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    Chosen both = chosen(house, eggs, milk);
    ProofAttempt yes = signed(house, both);
    house.shelf().sell("milk", "4.17", "");

    List<ConfirmOutcome> outcomes = outcomes(house.flow().confirmSeveral(both, yes, House.LOOKED));

    assertThat(outcomes.get(0)).isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(outcomes.get(1)).isInstanceOf(ConfirmOutcome.Replaced.class);
    assertThat(house.state(milk)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void whatWasSignedForIsCheckedBeforeMoneyMoves(House house) {
    enrolled(house);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    Chosen both = chosen(house, eggs, milk);
    house.flow().confirmSeveral(both, signed(house, both), House.LOOKED);
    MandateFile file = house.mandates().file(eggs).orElseThrow();
    assertThat(MandateCheck.findings(file, Optional.empty())).isEmpty();

    String together = Objects.requireNonNull(file.fields().get("together"));
    String fewer = together.replace(milk.toString(), eggs.toString());
    house.alter("update mandates set together = '%s' where order_id = '%s'".formatted(fewer, eggs));
    house.alter("update mandates set together = null where order_id = '%s'".formatted(milk));

    for (UUID order : List.of(eggs, milk)) {
      house.sealAnew(order); // So that nothing but what was signed is in the way.
      assertThat(house.mandates().confirmed(house.order(order))).isEmpty();
      assertThat(
              MandateCheck.findings(house.mandates().file(order).orElseThrow(), Optional.empty()))
          .extracting(Alteration::field)
          .containsExactly("signed");
    }
  }

  private PasskeyHouse enrolled(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    owner.enrolled(phone);
    return owner;
  }

  private static Chosen chosen(House house, UUID... orders) {
    return new Chosen(
        Stream.of(orders)
            .map(order -> new Chosen.One(house.link(order), house.order(order).digest()))
            .toList());
  }

  private ProofAttempt signed(House house, Chosen chosen) {
    return new ProofAttempt.Signed("", sign(house, chosen));
  }

  private Assertion sign(House house, Chosen chosen) {
    return phone.sign(house.flow().askSeveral(chosen).orElseThrow().challenge());
  }

  private static void refused(House house, Chosen chosen, Assertion assertion) {
    assertThat(
            house
                .flow()
                .confirmSeveral(chosen, new ProofAttempt.Signed("", assertion), House.LOOKED))
        .isInstanceOf(SeveralOutcome.WrongProof.class);
  }

  private static List<ConfirmOutcome> outcomes(SeveralOutcome outcome) {
    assertThat(outcome).isInstanceOf(SeveralOutcome.Answered.class);
    return ((SeveralOutcome.Answered) outcome)
        .each().stream().map(SeveralOutcome.Each::outcome).toList();
  }
}
