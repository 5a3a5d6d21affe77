package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.StandingHouse.USUAL;
import static dev.purser.daemon.purchasing.StandingHouse.limits;
import static dev.purser.daemon.purchasing.StandingHouse.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import dev.purser.daemon.seals.Alteration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the owner has said yes to in advance is confirmed at once, and nothing else is. */
@ExtendWith(HouseKeeper.class)
class StandingOrdersTest {

  @OnEachDatabase
  void whatWasBoughtBeforeIsConfirmedAtOnceAndPaid(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();

    OrderView view = house.propose("eggs", 2);
    UUID order = UUID.fromString(view.order());

    assertThat(view.status()).isEqualTo(OrderView.Status.CONFIRMED);
    assertThat(view.mandate()).isEqualTo(mandate.toString());
    house.mail();
    assertThat(house.mailbox.told(order))
        .containsExactly(
            new News.BoughtUnderMandate(
                mandate.toString(), house.clock.instant().plus(House.UNDO_WINDOW)));
    assertThat(house.story(order)).startsWith("order.proposed", "order.confirmed", "standing.used");
    assertThat(owner.sheet(mandate).uses()).containsExactly(order);
    owner.paid(order);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void everyUseCanBeTakenBackByOneTap(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.mail();
    house.pay();

    assertThat(house.flow().undo(house.link(order))).isTrue();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    house.pay();
    assertThat(owner.standing(mandate)).isEqualTo("suspended");
    assertThat(owner.why(mandate)).isEqualTo("You took order " + order + " back.");
    house.mail();
    assertThat(house.mailbox.told(order))
        .contains(new News.MandateSuspended("You took order " + order + " back."));
    owner.asked("eggs", 1);
  }

  @OnEachDatabase
  void somethingNewIsAskedAndSuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();

    UUID order = owner.asked("milk", 1);

    assertThat(owner.standing(mandate)).isEqualTo("suspended");
    assertThat(owner.why(mandate)).contains("Fresh milk");
    assertThat(house.mailbox.told(order))
        .containsExactlyInAnyOrder(
            new News.Proposed(),
            new News.MandateSuspended("You have not bought Fresh milk there before."));
    owner.asked("eggs", 1);
  }

  /** Prices rise from what the owner paid in person, and not from what a mandate paid. */
  @OnEachDatabase
  void pricesCannotCreepUpwards(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    house.shelf().sell("eggs", "3.23", "");
    owner.paid(owner.used("eggs", 1));

    house.shelf().sell("eggs", "3.24", "");
    owner.asked("eggs", 1);

    assertThat(owner.why(mandate)).contains("3.24 USD; you paid 2.94 USD");
  }

  @OnEachDatabase
  void anotherAgentIsAsked(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("eggs", 1, null));

    OrderView view =
        house.flow().proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null));

    assertThat(view.status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    assertThat(owner.standing(mandate)).isEqualTo("active");
  }

  @OnEachDatabase
  void anotherCategoryIsAskedAndSuspendsNothing(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.bought("cake");
    UUID mandate = owner.granted();

    owner.asked("cake", 1);

    assertThat(owner.standing(mandate)).isEqualTo("active");
    house.add("cake", 0);
    owner.used("eggs", 1);
  }

  @OnEachDatabase
  void anOrderAtTheCapIsConfirmedAndOneOverItIsAsked(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted(limits("5.88", "100.00", 5, "2.94"));

    owner.used("eggs", 2);
    owner.asked("eggs", 3);

    assertThat(owner.standing(mandate)).isEqualTo("active");
  }

  @OnEachDatabase
  void theSumOfItsUsesIsBounded(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted(limits("5.88", "8.82", 5, "2.94"));

    owner.used("eggs", 2);
    owner.asked("eggs", 2);
  }

  @OnEachDatabase
  void usesAreCountedUntilThePasskeyConfirmsAnOrderOfTheAgent(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.owner.restart(true);
    UUID mandate = owner.granted(limits("30.00", "100.00", 2, "15.00"));
    owner.used("eggs", 1);
    owner.used("eggs", 2);

    UUID third = owner.asked("eggs", 3);
    assertThat(house.confirm(third)).isEqualTo(new ConfirmOutcome.Confirmed());
    house.clock.pass(Duration.ofSeconds(1));
    UUID fourth = owner.asked("eggs", 4);
    owner.sign(fourth);

    owner.used("eggs", 1);
    assertThat(owner.sheet(mandate).tally().uses()).isEqualTo(1);
    owner.used("eggs", 2);
    owner.asked("eggs", 3);
  }

  @OnEachDatabase
  void usesSurviveARestart(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted(limits("30.00", "100.00", 1, "15.00"));
    owner.used("eggs", 1);

    house.restart();

    owner.asked("eggs", 2);
  }

  @OnEachDatabase
  void whoAsksAgainAfterALostAnswerBuysNothingTwice(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);

    house.restart();
    OrderView emptyCart = house.propose();
    OrderView sameCart = house.propose("eggs", 1);
    house.clock.pass(Duration.ofMinutes(10));
    OrderView later = house.propose();

    assertThat(emptyCart.order()).isEqualTo(order.toString());
    assertThat(sameCart.order()).isEqualTo(order.toString());
    assertThat(later.order()).isNotEqualTo(order.toString());
    assertThat(owner.sheet(mandate).tally().uses()).isEqualTo(2);
    house.clock.pass(Duration.ofMinutes(10));
    assertThatThrownBy(house::propose).isInstanceOf(ProblemException.class);
  }

  @OnEachDatabase
  void itEndsWithItsLastDay(House house) {
    StandingHouse owner = new StandingHouse(house);
    StandingDesk.Wish wish = wish(USUAL);
    UUID mandate =
        owner.granted(
            new StandingDesk.Wish(
                wish.agent(),
                wish.vendors(),
                wish.categories(),
                wish.limits(),
                LocalDate.of(2026, 11, 23)));
    house.clock.set(Instant.parse("2026-11-23T22:59:59.999999Z"));
    assertThat(house.propose("eggs", 1).mandate()).isNotNull();

    house.clock.set(Instant.parse("2026-11-23T23:00:00Z"));
    assertThat(house.propose("eggs", 2).mandate()).isNull();
    assertThat(owner.standing(mandate)).isEqualTo("expired");
  }

  @OnEachDatabase
  void policyAndBudgetsAreAskedFirst(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted();
    house.budget(House.PANTRY, "5.00 USD");

    assertThat(house.propose("eggs", 1).status()).isEqualTo(OrderView.Status.DENIED);
  }

  @OnEachDatabase
  void twoMandatesThatCoverItAreOneTooMany(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted();
    UUID second = owner.granted();

    owner.asked("eggs", 1);

    assertThat(owner.desk().revoke(second, "owner")).isTrue();
    owner.used("eggs", 2);
  }

  /** The owner was at the page, so the owner is asked again. */
  @OnEachDatabase
  void anOrderThatTakesAnothersPlaceIsAsked(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted(limits("5.88", "100.00", 1, "5.00"));
    UUID first = owner.asked("eggs", 3);
    house.shelf().sell("eggs", "1.00", "");

    ConfirmOutcome outcome = house.confirm(first, owner.phone.sign(owner.owner.challenge(first)));

    assertThat(outcome).isInstanceOf(ConfirmOutcome.Replaced.class);
    assertThat(owner.sheet(mandate).uses()).isEmpty();
  }

  @OnEachDatabase
  void aDeclinedOrderSuspendsTheMandateThatWasMeantForIt(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted(limits("2.94", "100.00", 5, "2.94"));
    UUID order = owner.asked("eggs", 2);

    house.flow().decline(house.link(order), Decline.because(""));
    house.pay();

    assertThat(owner.why(mandate)).isEqualTo("You declined order " + order + ".");
  }

  @OnEachDatabase
  void aRefusedPaymentSuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.rail.refuse(ScriptedGateway.Call.AUTHORIZE, "no funds");

    house.pay();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(owner.standing(mandate)).isEqualTo("suspended");
  }

  /** Even if nobody looked while it lasted. */
  @OnEachDatabase
  void aDoubtSuspendsEvenOnceItIsResolved(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.rail.loseReply(ScriptedGateway.Call.AUTHORIZE);
    house.flow().payDue();
    house.clock.pass(Duration.ofMinutes(1));
    house.flow().payDue();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);

    owner.asked("eggs", 2);

    assertThat(owner.why(mandate)).contains("in doubt");
  }

  @OnEachDatabase
  void aRefundSuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    owner.paid(order);

    house.flow().refund(order, StandingHouse.usd("1.00"), "owner");
    house.pay();

    assertThat(owner.why(mandate)).isEqualTo("Money was given back for order " + order + ".");
  }

  @OnEachDatabase
  void aRevokedAgentSuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();

    house.access().revoke(House.AGENT.name(), "user:owner");
    house.pay();

    assertThat(owner.standing(mandate)).isEqualTo("suspended");
  }

  @OnEachDatabase
  void aFrozenAgentSuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.mail();

    assertThat(house.flow().freeze(house.link(order), true)).isPresent();
    house.pay();

    assertThat(owner.why(mandate)).contains("frozen");
  }

  @OnEachDatabase
  void aRevokedPasskeySuspendsForGood(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    SoftAuthenticator next = new SoftAuthenticator(StandingHouse.ORIGIN);
    owner.owner.enrolled(next);

    owner.owner.enrolling().revoke(owner.passkey.id(), "user:owner");
    owner.asked("eggs", 1);

    assertThat(owner.standing(mandate)).isEqualTo("suspended");
    assertThat(owner.resumed(mandate, next)).isFalse();
    assertThat(owner.standing(mandate)).isEqualTo("suspended");
  }

  @OnEachDatabase
  void aPolicyThatDropsTheVendorOrTheCategorySuspends(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID vendor = owner.granted();
    house.restart(rules -> rules.withVendors("other-store"));
    assertThat(owner.why(vendor)).contains("corner-store");

    house.restart(rules -> rules.withVendors("corner-store"));
    assertThat(owner.resumed(vendor)).isTrue();
    house.restart(
        rules -> rules.withAgent(HouseRules.agent("pantry-agent", 5, "household/treats")));
    assertThat(owner.why(vendor)).contains("household/pantry");
  }

  @OnEachDatabase
  void onlyThePasskeyLetsItStandAgainAndWhatWasBeforeIsForgiven(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.mail();
    house.flow().undo(house.link(order));
    house.pay();

    assertThat(owner.resumed(mandate, new SoftAuthenticator(StandingHouse.ORIGIN))).isFalse();
    assertThat(owner.standing(mandate)).isEqualTo("suspended");
    assertThat(owner.resumed(mandate)).isTrue();

    house.pay();
    UUID again = owner.used("eggs", 2);
    house.mail();
    assertThat(house.flow().undo(house.link(again))).isTrue();
    house.pay();
    assertThat(owner.standing(mandate)).isEqualTo("suspended");
  }

  @OnEachDatabase
  void oneTapOnTheNoticesPageEndsIt(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    house.mail();

    assertThat(house.flow().revokeStanding(house.link(order))).isTrue();
    assertThat(house.flow().revokeStanding(house.link(order))).isFalse();

    assertThat(owner.standing(mandate)).isEqualTo("revoked");
    assertThat(owner.desk().askToResume(mandate)).isEmpty();
    owner.asked("eggs", 2);
  }

  @OnEachDatabase
  void tooManyTriesADaySuspend(House house) {
    StandingHouse owner = new StandingHouse(house);
    house.restart(rules -> rules.withAgent(HouseRules.agent("pantry-agent", 50, "household")));
    house.budget(House.PANTRY, "2000.00 USD");
    UUID mandate = owner.granted(limits("2.94", "100.00", 5, "2.94"));
    for (int quantity = 2; quantity <= 21; quantity++) {
      house.propose("eggs", quantity);
    }
    assertThat(owner.standing(mandate)).isEqualTo("active");

    house.propose("eggs", 22);

    assertThat(owner.why(mandate)).contains("21 times");
  }

  @OnEachDatabase
  void itsEvidenceHoldsAnywhereAndForNoOtherOrder(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted();
    UUID order = owner.used("eggs", 1);

    MandateFile file = house.mandates().file(order).orElseThrow();
    String text = CanonicalJson.write(file.json());

    assertThat(MandateCheck.findings(MandateFile.read(text), Optional.empty())).isEmpty();
    assertThat(MandateCheck.says(file, Optional.empty())).contains("in advance", order.toString());
    assertThat(findings(text.replace("household/pantry", "a"))).contains("standing", "signed");
    assertThat(findings(text.replace("\\\"uses\\\":5", "\\\"uses\\\":6")))
        .containsExactly("standing", "signed");
  }

  private static List<String> findings(String file) {
    return MandateCheck.findings(MandateFile.read(file), Optional.empty()).stream()
        .map(Alteration::field)
        .toList();
  }

  @OnEachDatabase
  void theTermsAreCheckedAgainBeforeMoneyMoves(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted();
    UUID order = owner.used("eggs", 1);
    assertThat(covers(house, order)).isTrue();

    house.alter(
        "update mandates set standing = replace(standing, '\"per_order_minor\":\"3000\"',"
            + " '\"per_order_minor\":\"9000\"') where order_id = '%s'".formatted(order));
    house.sealAnew(order);
    assertThat(covers(house, order)).isFalse();
  }

  /** Somebody who writes a row says nothing: it is the signature that speaks. */
  @OnEachDatabase
  void anotherOrdersMandateCoversNothing(House house) {
    StandingHouse owner = new StandingHouse(house);
    owner.granted(limits("2.94", "100.00", 5, "2.94"));
    UUID small = owner.used("eggs", 1);
    UUID large = owner.asked("eggs", 2);
    owner.sign(large);
    assertThat(covers(house, large)).isTrue();

    house.alter("update mandates " + copied(small, large));
    house.sealAnew(large);
    assertThat(covers(house, large)).isFalse();
  }

  private static String copied(UUID from, UUID to) {
    StringBuilder sets = new StringBuilder("set proof = 'standing'");
    for (String column :
        List.of(
            "standing",
            "passkey",
            "nonce",
            "credential_id",
            "client_data",
            "authenticator_data",
            "signature",
            "rp_id",
            "origin")) {
      sets.append(
          ", %1$s = (select m.%1$s from mandates m where m.order_id = '%2$s')"
              .formatted(column, from));
    }
    return sets + " where order_id = '" + to + "'";
  }

  @OnEachDatabase
  void alteredTermsAndAlteredSignaturesCoverNothing(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    house.alter("update standing_signatures set signature = concat('x', substr(signature, 2))");
    owner.asked("eggs", 1);
    assertThat(owner.why(mandate)).contains("signature");

    owner.granted();
    house.alter("update standing_mandates set terms = replace(terms, '3000', '9000')");
    owner.asked("eggs", 2);
  }

  @OnEachDatabase
  void whatIsSignedIsWhatWasReadBack(House house) {
    StandingHouse owner = new StandingHouse(house);
    StandingDesk desk = owner.desk();
    String json = desk.draft(wish(USUAL)).json();
    String dearer = json.replace("\"per_order_minor\":\"3000\"", "\"per_order_minor\":\"9000\"");
    String challenge = desk.ask(json).orElseThrow().challenge();

    assertThat(desk.grant(dearer, owner.phone.sign(challenge))).isEmpty();
    assertThat(desk.grant(json, new SoftAuthenticator(StandingHouse.ORIGIN).sign(challenge)))
        .isEmpty();
    assertThat(desk.list()).isEmpty();
  }

  @OnEachDatabase
  void aSignatureGrantsOneMandateOnceAndSoon(House house) {
    StandingHouse owner = new StandingHouse(house);
    StandingDesk desk = owner.desk();
    String json = desk.draft(wish(USUAL)).json();
    var yes = owner.phone.sign(desk.ask(json).orElseThrow().challenge());
    assertThat(desk.grant(json, yes)).isPresent();
    assertThat(desk.grant(json, yes)).isEmpty();

    String old = desk.draft(wish(USUAL)).json();
    house.clock.pass(Duration.ofMinutes(15));
    assertThat(desk.ask(old)).isEmpty();
    assertThat(desk.ask("{}")).isEmpty();
  }

  @OnEachDatabase
  void nothingIsSignedThatPolicyIsAgainst(House house) {
    StandingHouse owner = new StandingHouse(house);
    StandingDesk.Wish usual = wish(USUAL);

    refused(owner, usual("nobody", usual.vendors(), usual.categories(), USUAL));
    refused(owner, usual(usual.agent(), Set.of(new VendorId("x")), usual.categories(), USUAL));
    refused(
        owner, usual(usual.agent(), usual.vendors(), Set.of(new CategoryId("workshop")), USUAL));
    refused(
        owner,
        usual(
            usual.agent(),
            usual.vendors(),
            usual.categories(),
            limits("500.01", "600.00", 5, "15.00")));
    refused(
        owner,
        new StandingDesk.Wish(
            usual.agent(),
            usual.vendors(),
            usual.categories(),
            USUAL,
            LocalDate.of(2026, 11, 23).plusDays(91)));
  }

  private static StandingDesk.Wish usual(
      String agent, Set<VendorId> vendors, Set<CategoryId> categories, StandingLimits limits) {
    return new StandingDesk.Wish(agent, vendors, categories, limits, LocalDate.of(2026, 11, 29));
  }

  private static void refused(StandingHouse owner, StandingDesk.Wish wish) {
    assertThatThrownBy(() -> owner.desk().draft(wish)).isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean covers(House house, UUID order) {
    return house.mandates().confirmed(house.order(order)).isPresent();
  }
}
