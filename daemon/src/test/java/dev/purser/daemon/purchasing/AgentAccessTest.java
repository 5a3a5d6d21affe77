package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.agentapi.ViolationView;
import dev.purser.budgets.Attenuation;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.agents.Certificates;
import dev.purser.daemon.agents.Fingerprint;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.listeners.Peer;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.policy.AgentRule;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner's word on agents: narrowing, expiry, revoking. */
@ExtendWith(HouseKeeper.class)
class AgentAccessTest {
  private static final String AGENT = House.AGENT.name();
  private static final String ACTOR = "user:owner";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Fingerprint CERTIFICATE = new Fingerprint("ab".repeat(32));
  private static final Fingerprint OTHER_CERTIFICATE = new Fingerprint("cd".repeat(32));

  @OnEachDatabase
  void capIsWhatAnOrderMayComeToAndNoCentMore(House house) {
    narrow(house, cap("3.00 USD"));

    assertThat(house.propose("cent", 300).status())
        .isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    assertThat(codes(house.propose("cent", 301))).containsExactly("agent-cap-exceeded");
  }

  @OnEachDatabase
  void categoriesAndVendorsAreNarrowedForThisAgentAlone(House house) {
    house.restart(rules -> rules.withVendors("corner-store", "greengrocer"));
    narrow(
        house,
        new Attenuation(
            Optional.of(Set.of(new CategoryId("household/treats"))),
            Optional.of(Set.of(new VendorId("greengrocer"))),
            Optional.empty(),
            Optional.empty()));

    assertThat(codes(house.propose("eggs", 1)))
        .containsExactly("vendor-not-allowed", "category-not-allowed");
    assertThat(othersProposal(house).status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void narrowingHoldsWhenTheOwnerConfirms(House house) {
    UUID order = house.awaiting("eggs", 2);
    narrow(house, cap("5.87 USD"));

    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.NoLongerPossible.class);
    assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void secondWordTakesThePlaceOfTheFirst(House house) {
    narrow(house, cap("1.00 USD"));
    narrow(house, Attenuation.NONE);

    assertThat(house.propose("eggs", 2).status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void whatIsOutsideThePolicyCannotBeSaid(House house) {
    refused(house, cap("500.01 USD"), "at most the policy's limit, 500.00 USD");
    refused(house, cap("5.00 EUR"), "The cap is in EUR, but the policy's limit is in USD");
    refused(
        house,
        new Attenuation(
            Optional.of(Set.of(new CategoryId("garden"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        "buy from garden");
    refused(
        house,
        new Attenuation(
            Optional.empty(),
            Optional.of(Set.of(new VendorId("evil"))),
            Optional.empty(),
            Optional.empty()),
        "no vendor 'evil'");
    refused(house, until(House.START), "is over already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.access().add("stranger", Attenuation.NONE, Optional.empty(), ACTOR))
        .withMessageContaining("names no agent 'stranger'");
    assertThat(house.register().all()).isEmpty();
  }

  @OnEachDatabase
  void revokedAgentIsHeardNoMoreAndWhatItAskedIsDeclined(House house) {
    UUID first = house.awaiting("eggs", 1);
    UUID second = house.awaiting("eggs", 2);
    UUID confirmed = house.confirmed("milk", 1);
    OrderView others = othersProposal(house);

    assertThat(house.access().revoke(AGENT, ACTOR)).isEqualTo(2);

    assertThat(List.of(house.state(first), house.state(second))).containsOnly(OrderState.DECLINED);
    assertThat(house.state(confirmed)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.state(UUID.fromString(others.order())))
        .isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(house.position(House.PANTRY).held()).isEqualTo(Money.parse("2.94 USD"));
    assertThat(problem(house)).isEqualTo("agent-unknown");
    assertThat(house.access().revoke(AGENT, ACTOR)).isZero();
  }

  @OnEachDatabase
  void doorsAskTheRegisterEachTime(House house) throws Exception {
    String root = Peer.ofUid(0).name();
    house.restart(rules -> rules.withAgent(HouseRules.agent(root, 5, "household")));
    assertThat(house.register().agentOf(Peer.ofUid(0))).isPresent();

    house.access().revoke(root, ACTOR);
    assertThat(house.register().agentOf(Peer.ofUid(0))).isEmpty();

    house.access().add(root, until(House.START.plus(HOUR)), Optional.empty(), ACTOR);
    assertThat(house.register().agentOf(Peer.ofUid(0))).isPresent();
    house.clock.pass(HOUR);
    assertThat(house.register().agentOf(Peer.ofUid(0))).isEmpty();
  }

  @OnEachDatabase
  void expiredAgentsOrdersAreEndedAndItsBudgetIsFree(House house) {
    narrow(house, until(House.START.plus(HOUR)));
    UUID order = house.awaiting("eggs", 1);
    house.clock.pass(HOUR.minusMillis(1));
    assertThat(house.flow().expireOverdue()).isZero();

    house.clock.pass(Duration.ofMillis(1));
    assertThat(house.flow().expireOverdue()).isOne();

    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
    assertThat(problem(house)).isEqualTo("agent-unknown");
  }

  @OnEachDatabase
  void yesToAnExpiredAgentsOrderCountsForNothing(House house) {
    narrow(house, until(House.START.plus(HOUR)));
    UUID order = house.awaiting("eggs", 1);
    house.clock.pass(HOUR);

    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.NoLongerPossible.class);
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
  }

  @OnEachDatabase
  void lastDayEndsAtMidnightOnTheOwnersCalendar(House house) {
    assertThat(house.access().lastDayBefore(house.access().endOf(LocalDate.of(2026, 12, 31))))
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(house.access().endOf(LocalDate.of(2026, 12, 31)))
        .isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
  }

  @OnEachDatabase
  void certificateIsForOneWhoIsElsewhereAndOfOneAgentOnly(House house) {
    house.restart(rules -> rules.withAgent(remote("vm-1")).withAgent(remote("vm-2")));
    AgentAccess access = house.access();
    access.add("vm-1", Attenuation.NONE, Optional.of(CERTIFICATE), ACTOR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.add("vm-2", Attenuation.NONE, Optional.of(CERTIFICATE), ACTOR))
        .withMessageContaining("of 'vm-1' already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.add("vm-2", Attenuation.NONE, Optional.empty(), ACTOR))
        .withMessageContaining("give the certificate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access.add(AGENT, Attenuation.NONE, Optional.of(CERTIFICATE), ACTOR))
        .withMessageContaining("needs no certificate");

    access.add("vm-1", Attenuation.NONE, Optional.of(OTHER_CERTIFICATE), ACTOR);
    access.add("vm-2", Attenuation.NONE, Optional.of(CERTIFICATE), ACTOR);
    assertThat(access.list())
        .extracting(known -> known.name() + " " + known.standing(House.START))
        .containsExactlyInAnyOrder(
            "pantry-agent active", "other-agent active", "vm-1 active", "vm-2 active");
  }

  @OnEachDatabase
  void certificateIsItsAgentWhileItsDatesThePolicyAndTheOwnerSaySo(House house) {
    X509Certificate certificate = Fingerprint.certificate(Certificates.PEM);
    house.restart(rules -> rules.withAgent(remote("vm")));
    assertThat(house.register().agentOf(certificate)).isEmpty();
    house.access().add("vm", Attenuation.NONE, Optional.of(Fingerprint.of(certificate)), ACTOR);

    assertThat(house.register().agentOf(certificate)).contains(new AgentName("vm"));

    house.clock.set(certificate.getNotAfter().toInstant());
    assertThat(house.register().agentOf(certificate)).isPresent();
    house.clock.pass(Duration.ofSeconds(1));
    assertThat(house.register().agentOf(certificate)).as("out of date").isEmpty();

    house.clock.set(House.START);
    house.access().revoke("vm", ACTOR);
    assertThat(house.register().agentOf(certificate)).as("revoked").isEmpty();
  }

  /** Who can write the books, and not root's policy, makes no agent. */
  @OnEachDatabase
  void rowAloneIsNoAgent(House house) {
    X509Certificate certificate = Fingerprint.certificate(Certificates.PEM);
    house.restart(rules -> rules.withAgent(remote("vm")));
    house.access().add("vm", Attenuation.NONE, Optional.of(Fingerprint.of(certificate)), ACTOR);
    house.restart(rules -> HouseRules.first());

    assertThat(house.register().agentOf(certificate)).isEmpty();
  }

  @OnEachDatabase
  void everyWordIsAnEvent(House house) {
    narrow(house, cap("3.00 USD"));
    house.access().revoke(AGENT, ACTOR);

    assertThat(events(house))
        .anyMatch(body -> body.contains("agent.added") && body.contains("3.00 USD"))
        .anyMatch(body -> body.contains("agent.revoked") && body.contains(ACTOR));
  }

  private static AgentRule remote(String name) {
    return new AgentRule(name, Optional.empty(), List.of(new CategoryId("household")), 5);
  }

  private static void narrow(House house, Attenuation attenuation) {
    house.access().add(AGENT, attenuation, Optional.empty(), ACTOR);
  }

  private static void refused(House house, Attenuation attenuation, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> narrow(house, attenuation))
        .withMessageContaining(words);
  }

  private static Attenuation cap(String amount) {
    return new Attenuation(
        Optional.empty(), Optional.empty(), Optional.of(Money.parse(amount)), Optional.empty());
  }

  private static Attenuation until(Instant end) {
    return new Attenuation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end));
  }

  private static OrderView othersProposal(House house) {
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("eggs", 1, "corner-store"));
    return house.flow().proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null));
  }

  private static String problem(House house) {
    house.add("eggs", 5);
    return catchThrowableOfType(ProblemException.class, house::propose).problem().code();
  }

  private static List<String> codes(OrderView view) {
    return view.violations().stream().map(ViolationView::code).toList();
  }

  private static List<String> events(House house) {
    return house
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select body from audit_events").mapTo(String.class).list());
  }
}
