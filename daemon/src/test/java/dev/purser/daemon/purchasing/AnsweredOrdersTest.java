package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.LIFETIME;
import static dev.purser.daemon.purchasing.House.PANTRY;
import static dev.purser.daemon.purchasing.House.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.OrderView.Status;
import dev.purser.budgets.Money;
import dev.purser.budgets.Violation;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderState;
import dev.purser.vendors.prices.AveragePrices;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner says yes, no, or nothing. */
@ExtendWith(HouseKeeper.class)
class AnsweredOrdersTest {
  private static final String NOTHING = "0.00 / 0.00 / 0.00";

  @OnEachDatabase
  void aYesCommitsTheBudgetAndEmptiesTheCart(House house) {
    UUID order = house.confirmed("eggs", 2);

    assertThat(house.state(order)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.order(order).course().confirmedAt()).contains(House.START);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
    assertThat(house.add("milk", 0).cart().lines()).isEmpty();
    assertThat(house.ask(order).status()).isEqualTo(Status.CONFIRMED);
    assertThat(house.story(order)).endsWith("order.confirmed");
  }

  @OnEachDatabase
  void aLineChangedSinceItWasProposedStaysInTheCart(House house) {
    house.add("milk", 1);
    UUID order = house.awaiting("eggs", 2);
    house.add("eggs", 3);
    house.confirm(order);

    assertThat(house.add("cake", 0).cart().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.sku() + line.quantity()).isEqualTo("eggs3"));
  }

  @OnEachDatabase
  void aNoReleasesTheBudgetOnce(House house) {
    UUID order = house.awaiting("eggs", 2);

    assertThat(house.flow().decline(house.link(order), Decline.because(" not today "))).isTrue();
    assertThat(house.flow().decline(house.link(order), Decline.because("again"))).isFalse();

    assertThat(house.state(order)).isEqualTo(OrderState.DECLINED);
    assertThat(house.order(order).course().outcome()).contains("Declined: not today");
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.ask(order).status()).isEqualTo(Status.DECLINED);
    assertThat(house.story(order).stream().filter("order.declined"::equals)).hasSize(1);
  }

  @OnEachDatabase
  void afterAYesThereIsNothingToDecline(House house) {
    UUID order = house.confirmed("eggs", 2);

    assertThat(house.flow().decline(house.link(order), Decline.because(""))).isFalse();
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
  }

  @OnEachDatabase
  void silenceEndsTheOrderWhenItsTimeIsUp(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.clock.pass(LIFETIME.minusNanos(1_000));
    assertThat(house.flow().expireOverdue()).isZero();
    assertThat(house.ask(order).status()).isEqualTo(Status.AWAITING_CONFIRMATION);

    house.clock.pass(Duration.ofNanos(1_000));

    assertThat(house.ask(order).status()).isEqualTo(Status.EXPIRED);
    assertThat(house.ask(order).expiresAt()).isNull();
    assertThat(house.flow().expireOverdue()).isOne();
    assertThat(house.flow().expireOverdue()).isZero();
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void aYesAtTheLastMomentCounts(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.clock.pass(LIFETIME.minusNanos(1_000));

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aYesThatComesTooLateBuysNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.clock.pass(LIFETIME);

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.flow().decline(house.link(order), Decline.because(""))).isFalse();
    house.pay();

    assertThat(house.rail.calls()).isEmpty();
    assertThat(house.flow().look(house.link(order)))
        .hasValueSatisfying(sheet -> assertThat(sheet.state()).isEqualTo(OrderState.EXPIRED));
  }

  /** The vendor answers only when the owner's time is up. */
  @OnEachDatabase
  void timeThatRunsOutWhileTheVendorIsAskedCounts(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.store().beforeQuote(() -> house.clock.pass(LIFETIME));

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void theNextProposalCountsOnBudgetThatHasExpired(House house) {
    UUID first = house.awaiting("hundred", 4);
    house.clock.pass(LIFETIME);

    assertThat(house.propose("hundred", 3).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(house.state(first)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(PANTRY)).isEqualTo("300.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theSameLinesAfterExpiryAreAnotherOrder(House house) {
    UUID first = house.awaiting("eggs", 2);
    house.clock.pass(LIFETIME);

    OrderView second = house.propose();

    assertThat(second.order()).isNotEqualTo(first.toString());
    assertThat(second.status()).isEqualTo(Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void anOrderOfTheOldMonthIsConfirmedFromTheOldMonthsBudget(House house) {
    house.clock.set(Instant.parse("2026-11-30T22:30:00Z"));
    UUID order = house.awaiting("eggs", 2);
    house.clock.pass(Duration.ofHours(1));

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
    assertThat(house.budgets().currentMonth()).isEqualTo(YearMonth.of(2026, 12));
  }

  @OnEachDatabase
  void wrongProofsAreCountedDownAndLockTheOrder(House house) {
    UUID order = house.awaiting("eggs", 2);

    for (int left = 4; left >= 0; left--) {
      assertThat(wrong(house, order)).isEqualTo(new ConfirmOutcome.WrongProof(left));
    }
    ConfirmOutcome.Locked locked =
        new ConfirmOutcome.Locked(House.START.plus(Duration.ofMinutes(15)));
    assertThat(wrong(house, order)).isEqualTo(locked);
    assertThat(house.confirm(order)).as("even the right one").isEqualTo(locked);
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(house.used(PANTRY)).isEqualTo("5.88 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theLockEndsWithTime(House house) {
    UUID order = house.awaiting("eggs", 2);
    for (int i = 0; i < 6; i++) {
      wrong(house, order);
    }
    house.clock.pass(Duration.ofMinutes(15).minusNanos(1_000));
    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.Locked.class);

    house.clock.pass(Duration.ofNanos(1_000));

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aLockOutlivesARestart(House house) {
    UUID order = house.awaiting("eggs", 2);
    for (int i = 0; i < 5; i++) {
      wrong(house, order);
    }
    house.restart();

    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.Locked.class);
  }

  @OnEachDatabase
  void aLockedOrderCanStillBeDeclined(House house) {
    UUID order = house.awaiting("eggs", 2);
    for (int i = 0; i < 5; i++) {
      wrong(house, order);
    }

    assertThat(house.flow().decline(house.link(order), Decline.because(""))).isTrue();
  }

  @OnEachDatabase
  void anotherOrderWasShownSoTheYesIsNotForThisOne(House house) {
    UUID order = house.awaiting("eggs", 2);
    UUID other = house.awaiting("eggs", 3);

    assertThat(house.confirm(house.link(order), house.order(other).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.confirm(house.link(order), "", PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(house.state(other)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void aGuessedLinkLocatesNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    Locator guess = Locator.random(new SecureRandom());

    assertThat(house.confirm(guess, house.order(order).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.flow().look(guess)).isEmpty();
    assertThat(house.flow().decline(guess, Decline.because(""))).isFalse();
    assertThat(house.flow().undo(guess)).isFalse();
  }

  @OnEachDatabase
  void lookingChangesNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    List<String> before = house.story(order);

    house.flow().look(house.link(order));

    assertThat(house.story(order)).isEqualTo(before);
  }

  @OnEachDatabase
  void theSecondConfirmationLoses(House house) {
    UUID order = house.awaiting("eggs", 2);
    Locator link = house.link(order);
    String digest = house.order(order).digest();

    List<ConfirmOutcome> outcomes =
        AtOnce.run(2, unused -> house.confirm(link, digest, PASSPHRASE));

    assertThat(outcomes)
        .containsExactlyInAnyOrder(new ConfirmOutcome.Confirmed(), new ConfirmOutcome.NotPending());
    assertThat(house.story(order).stream().filter("order.confirmed"::equals)).hasSize(1);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
  }

  @OnEachDatabase
  void ofYesAndNoAtOnceOneCounts(House house) {
    UUID order = house.awaiting("eggs", 2);
    Locator link = house.link(order);
    String digest = house.order(order).digest();

    List<Boolean> counted =
        AtOnce.run(
            2,
            caller ->
                caller == 0
                    ? house.flow().decline(link, Decline.because(""))
                    : house
                        .confirm(link, digest, PASSPHRASE)
                        .equals(new ConfirmOutcome.Confirmed()));

    assertThat(counted).containsExactlyInAnyOrder(true, false);
  }

  /** The owner taps no on the other phone, while the vendor is asked for its new price. */
  @OnEachDatabase
  void aNoWhileTheVendorIsAskedCounts(House house) {
    UUID order = house.awaiting("eggs", 2);
    house
        .store()
        .beforeQuote(
            () -> {
              house.shelf().sell("eggs", "3.00", "");
              assertThat(house.flow().decline(house.link(order), Decline.because(""))).isTrue();
            });

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.state(order)).isEqualTo(OrderState.DECLINED);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  /** The first yes sees the old price, the second the new one: what is confirmed stays so. */
  @OnEachDatabase
  void aYesOvertakenByAnotherReleasesNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    house
        .store()
        .beforeQuote(
            () -> {
              assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
              house.shelf().sell("eggs", "3.00", "");
            });

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.state(order)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
  }

  @OnEachDatabase
  void aChangedPriceIsANewOrderThatNeedsANewYes(House house) {
    UUID order = house.awaiting("eggs", 2);
    Locator oldLink = house.link(order);
    house.shelf().sell("eggs", "3.00", "");

    ConfirmOutcome outcome = house.confirm(order);

    assertThat(outcome).isInstanceOf(ConfirmOutcome.Replaced.class);
    ConfirmOutcome.Replaced replaced = (ConfirmOutcome.Replaced) outcome;
    assertThat(replaced.differences())
        .containsExactly(
            new Difference("Fresh eggs", Optional.of(usd(2_94)), Optional.of(usd(3_00))));
    UUID next = house.flow().look(replaced.next()).orElseThrow().order();
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.order(next).asked().replaces()).contains(order);
    assertThat(house.used(PANTRY)).isEqualTo("6.00 / 0.00 / 0.00");
    assertThat(house.propose().order()).as("for the agent").isEqualTo(next.toString());
    assertThat(house.confirm(oldLink, house.order(next).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.confirm(oldLink, house.order(order).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.confirm(replaced.next(), house.order(order).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.confirm(replaced.next(), house.order(next).digest(), PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 6.00 / 0.00");
  }

  @OnEachDatabase
  void theOwnerIsToldOfTheReplacementToo(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.shelf().sell("eggs", "3.00", "");
    ConfirmOutcome.Replaced replaced = (ConfirmOutcome.Replaced) house.confirm(order);
    UUID next = house.flow().look(replaced.next()).orElseThrow().order();

    house.mail();

    assertThat(house.mailbox.told(next)).containsExactly(new News.Replaced());
    assertThat(house.confirm(next)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aMonthsNewPricesMustBeConfirmedAnew(House house) throws IOException {
    AveragePrices.of(YearMonth.of(2022, 7)).writeCatalogue(house.catalogue());
    UUID order = house.awaiting("708111", 2);
    AveragePrices.of(YearMonth.of(2022, 8)).writeCatalogue(house.catalogue());

    ConfirmOutcome.Replaced replaced = (ConfirmOutcome.Replaced) house.confirm(order);

    assertThat(replaced.differences())
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.title()).startsWith("Eggs, grade A");
              assertThat(changed.before()).contains(usd(2_94));
              assertThat(changed.after()).contains(usd(3_12));
            });
  }

  @OnEachDatabase
  void aPriceThatRisesBeyondTheBudgetEndsTheOrder(House house) {
    UUID order = house.awaiting("hundred", 4);
    house.shelf().sell("hundred", "100.01", "");

    ConfirmOutcome outcome = house.confirm(order);

    assertThat(outcome).isInstanceOf(ConfirmOutcome.NoLongerPossible.class);
    ConfirmOutcome.NoLongerPossible no = (ConfirmOutcome.NoLongerPossible) outcome;
    assertThat(codes(no)).containsExactly("budget-exceeded");
    assertThat(no.differences()).hasSize(1);
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.NotPending());
    house.flow().expireOverdue();
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void aPriceThatFallsIsANewOrderToo(House house) {
    UUID order = house.awaiting("hundred", 4);
    house.shelf().sell("hundred", "99.99", "");

    assertThat(house.confirm(order)).isInstanceOf(ConfirmOutcome.Replaced.class);
    assertThat(house.used(PANTRY)).isEqualTo("399.96 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void aProductThatIsGoneEndsTheOrder(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.shelf().stopSelling("eggs");

    ConfirmOutcome outcome = house.confirm(order);

    assertThat(codes((ConfirmOutcome.NoLongerPossible) outcome)).containsExactly("no-longer-sold");
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void aSilentVendorChangesNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.store().beSilent(true);

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.VendorSilent());
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(house.used(PANTRY)).isEqualTo("5.88 / 0.00 / 0.00");

    house.store().beSilent(false);
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void aLimitLoweredMeanwhileEndsTheOrder(House house) {
    UUID order = house.awaiting("hundred", 2);
    house.restart(rules -> rules.withLimit("199.99 USD"));

    assertThat(codes((ConfirmOutcome.NoLongerPossible) house.confirm(order)))
        .containsExactly("approval-limit-exceeded");
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void aVendorStruckOffMeanwhileEndsTheOrder(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.restart(rules -> rules.withVendors("greengrocer"));

    assertThat(codes((ConfirmOutcome.NoLongerPossible) house.confirm(order)))
        .containsExactly("vendor-not-allowed");
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void anAgentStruckOffMeanwhileBuysNothing(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.restart(rules -> new HouseRules("none", rules.vendors(), List.of(), rules.limit()));

    assertThat(codes((ConfirmOutcome.NoLongerPossible) house.confirm(order)))
        .containsExactly("category-not-allowed");
  }

  @OnEachDatabase
  void anotherPolicyThatStillAllowsItIsNoHindrance(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.restart(rules -> rules.withRemark("a comma more"));

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(house.mandatePolicyVersion(order))
        .isNotEqualTo(house.order(order).requisition().policyVersion());
  }

  /** A hold that was granted stands. */
  @OnEachDatabase
  void aBudgetCutMeanwhileIsNoHindrance(House house) {
    UUID order = house.awaiting("hundred", 4);
    house.budget(PANTRY, "10.00 USD");

    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(house.position(PANTRY).available()).isEqualTo(usd(-390_00));
    assertThat(house.propose("cent", 1).status()).isEqualTo(Status.DENIED);
  }

  @OnEachDatabase
  void anOrderMeddledWithInTheDatabaseIsNotConfirmed(House house) {
    UUID order = house.awaiting("eggs", 2);
    Locator link = house.link(order);
    String digest = house.order(order).digest();
    String cheaper = house.order(order).frozen().json().replace("\"294\"", "\"1\"");
    house.alter("update orders set requisition = '%s' where id = '%s'".formatted(cheaper, order));

    assertThat(CanonicalJson.sha256(cheaper)).isNotEqualTo(digest);
    assertThatExceptionOfType(AlteredOrderException.class)
        .isThrownBy(() -> house.confirm(link, digest, PASSPHRASE));
    house.pay();
    assertThat(house.rail.calls()).isEmpty();
  }

  @OnEachDatabase
  void aNoticeThatIsNotTakenIsTriedAgainAndNothingIsBought(House house) {
    house.mailbox.beFull(true);
    UUID order = UUID.fromString(house.propose("eggs", 2).order());
    house.mail();
    assertThat(house.mailbox.told(order)).isEmpty();

    house.mailbox.beFull(false);
    house.mail();
    assertThat(house.mailbox.told(order)).as("not at once").isEmpty();
    house.clock.pass(Duration.ofSeconds(10));
    house.mail();

    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void anOrderAnsweredMeanwhileIsNotAskedAboutAgain(House house) {
    UUID order = house.awaiting("eggs", 2);
    UUID other = UUID.fromString(house.propose("eggs", 3).order());
    house.clock.pass(LIFETIME);
    house.flow().expireOverdue();

    house.mail();

    assertThat(house.mailbox.told(order)).hasSize(1);
    assertThat(house.mailbox.told(other)).isEmpty();
  }

  private static ConfirmOutcome wrong(House house, UUID order) {
    return house.confirm(house.link(order), house.order(order).digest(), "open sesame");
  }

  private static List<String> codes(ConfirmOutcome.NoLongerPossible outcome) {
    return outcome.violations().stream().map(Violation::code).toList();
  }

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }
}
