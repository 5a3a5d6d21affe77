package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.agentapi.ViolationView;
import dev.purser.daemon.agents.Freeze;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofResult;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent is stopped by one tap, and proposes again only by the owner's proof. */
@ExtendWith(HouseKeeper.class)
class FrozenAgentsTest {
  private static final Optional<String> AGENT = Optional.of(House.AGENT.name());
  private static final Optional<String> ALL = Optional.empty();
  private static final String ORIGIN = "http://localhost:8480";

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);

  @OnEachDatabase
  void freezingDeclinesWhatWaitsAndRefusesWhatComes(House house) {
    UUID waiting = house.awaiting("eggs", 1);
    UUID confirmed = house.confirmed("milk", 1);

    assertThat(house.flow().freeze(house.link(waiting), false)).contains(1);

    assertThat(house.state(waiting)).isEqualTo(OrderState.DECLINED);
    assertThat(house.propose("cake", 1).violations())
        .extracting(ViolationView::code)
        .containsExactly("agent-frozen");
    house.pay();
    assertThat(house.state(confirmed)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void oneFrozenAgentIsNoneOfTheOthers(House house) {
    house.flow().freezing().freeze(AGENT, "owner");
    assertThat(others(house).status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);

    house.flow().freezing().freeze(ALL, "owner");
    assertThat(others(house).violations())
        .extracting(ViolationView::code)
        .containsExactly("agent-frozen");
  }

  @OnEachDatabase
  void itOutlivesARestart(House house) {
    house.flow().freezing().freeze(AGENT, "owner");
    house.restart();

    assertThat(house.propose("eggs", 1).status()).isEqualTo(OrderView.Status.DENIED);
    assertThat(house.flow().freezing().all())
        .containsExactly(new Freeze(AGENT, "owner", House.START));
  }

  @OnEachDatabase
  void onlyTheOwnersProofThaws(House house) {
    enrolled(house);
    Freezing freezing = house.flow().freezing();
    freezing.freeze(AGENT, "owner");
    freezing.freeze(ALL, "owner");
    Assertion forAll = sign(house, ALL);

    assertThat(freezing.thaw(AGENT, new ProofAttempt.Signed("", forAll), "owner"))
        .containsInstanceOf(ProofResult.Wrong.class);
    assertThat(freezing.thaw(AGENT, new ProofAttempt.Typed("", House.PASSPHRASE), "owner"))
        .containsInstanceOf(ProofResult.Wrong.class);
    assertThat(freezing.all()).hasSize(2);

    assertThat(freezing.thaw(AGENT, new ProofAttempt.Signed("", sign(house, AGENT)), "owner"))
        .containsInstanceOf(ProofResult.Proven.class);
    assertThat(freezing.all()).extracting(Freeze::agent).containsExactly(ALL);
    assertThat(house.propose("eggs", 1).status()).isEqualTo(OrderView.Status.DENIED);

    freezing.thaw(ALL, new ProofAttempt.Signed("", sign(house, ALL)), "owner");
    assertThat(house.propose("eggs", 1).status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    assertThat(freezing.ask(ALL)).isEmpty();
  }

  @OnEachDatabase
  void aSignatureDoesNotThawTheNextFreeze(House house) {
    enrolled(house);
    Freezing freezing = house.flow().freezing();
    freezing.freeze(AGENT, "owner");
    Assertion yes = sign(house, AGENT);
    Assertion another = sign(house, AGENT);
    freezing.thaw(AGENT, new ProofAttempt.Signed("", yes), "owner");
    house.clock.pass(Duration.ofSeconds(1));
    freezing.freeze(AGENT, "owner");

    for (Assertion old : new Assertion[] {yes, another}) {
      assertThat(freezing.thaw(AGENT, new ProofAttempt.Signed("", old), "owner"))
          .containsInstanceOf(ProofResult.Wrong.class);
    }
    assertThat(freezing.all()).hasSize(1);
  }

  @OnEachDatabase
  void withoutAPasskeyThePassphraseThaws(House house) {
    Freezing freezing = house.flow().freezing();
    freezing.freeze(AGENT, "owner");

    assertThat(freezing.thaw(AGENT, new ProofAttempt.Typed("", House.PASSPHRASE), "owner"))
        .containsInstanceOf(ProofResult.Proven.class);
    assertThat(freezing.all()).isEmpty();
  }

  /** An old database may say confirmed of what was paid long ago. */
  @OnEachDatabase
  void onDoubtfulBooksNothingIsPaidUntilTheOwnerThaws(House house) {
    UUID confirmed = house.confirmed("eggs", 1);
    Freezing freezing = house.flow().freezing();
    freezing.freeze(ALL, "owner");

    freezing.doubtHistory("the trail ends before event 7");
    house.pay();
    assertThat(house.state(confirmed)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.propose("milk", 1).status()).isEqualTo(OrderView.Status.DENIED);

    freezing.thaw(ALL, new ProofAttempt.Typed("", House.PASSPHRASE), "owner");
    house.pay();
    assertThat(house.state(confirmed)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void nobodyIsFrozenWhoIsNoAgent(House house) {
    assertThatThrownBy(() -> house.flow().freezing().freeze(Optional.of("nobody"), "owner"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }

  private void enrolled(House house) {
    new PasskeyHouse(house, new RelyingParty("localhost", ORIGIN)).enrolled(phone);
  }

  private Assertion sign(House house, Optional<String> agent) {
    return phone.sign(house.flow().freezing().ask(agent).orElseThrow().challenge());
  }

  private static OrderView others(House house) {
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("eggs", 1, null));
    return house.flow().proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null));
  }
}
