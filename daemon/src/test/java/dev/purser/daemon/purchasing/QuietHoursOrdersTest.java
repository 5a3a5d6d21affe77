package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.notices.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** From ten in the evening to seven in the morning, by the owner's clock in Berlin. */
@ExtendWith(HouseKeeper.class)
class QuietHoursOrdersTest {
  private static final QuietHours NIGHT =
      QuietHours.daily(LocalTime.of(22, 0), LocalTime.of(7, 0), HouseRules.ZONE);
  private static final Instant EVENING = Instant.parse("2026-11-23T21:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  private static final Duration MOMENT = Duration.ofMillis(1);

  @OnEachDatabase
  void allNewsOfTheNightIsOneLetterInTheMorning(House house) {
    night(house);
    UUID paid = house.confirmed("cent", 1);
    house.clock.set(EVENING);
    UUID first = proposed(house, "eggs", 1);
    house.clock.pass(Duration.ofHours(3));
    house.pay();
    house.pay();
    UUID second = othersProposal(house);
    house.clock.set(MORNING.minus(MOMENT));
    UUID last = proposed(house, "eggs", 3);
    int before = house.mailbox.count();
    house.mail();
    assertThat(house.mailbox.count()).isEqualTo(before);

    house.clock.set(MORNING);
    house.mail();

    assertThat(house.mailbox.count()).isEqualTo(before + 1);
    assertThat(house.mailbox.last().about().orders())
        .containsExactlyInAnyOrder(first, second, last, paid);
    assertThat(house.mailbox.told(paid)).endsWith(new News.Paid());
    assertThat(house.confirm(second)).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void theyHoldFromTheirFirstMomentOn(House house) {
    night(house);
    house.clock.set(EVENING.minus(MOMENT));
    proposed(house, "eggs", 1);
    house.mail();
    assertThat(house.mailbox.count()).isOne();

    house.clock.set(EVENING);
    proposed(house, "eggs", 2);
    house.mail();
    assertThat(house.mailbox.count()).isOne();
  }

  @OnEachDatabase
  void orderThatWouldExpireInTheNightIsToldAtOnce(House house) {
    night(house);
    house.mailbox.beFull(true);
    UUID old = proposed(house, "eggs", 1);
    // The pauses after failures are over long before the night.
    house.mail();
    house.mailbox.beFull(false);
    house.clock.set(EVENING.plus(Duration.ofHours(1)));
    UUID young = proposed(house, "eggs", 2);
    house.alter(
        "update orders set expires_at = timestamp with time zone '2026-11-24 06:59:59+00' where id = '%s'"
            .formatted(old));
    house.alter(
        "update notices set useful_until = timestamp with time zone '2026-11-24 06:59:59+00' where order_id = '%s'"
            .formatted(old));
    house.mail();

    assertThat(house.mailbox.told(old)).containsExactly(new News.Proposed());
    assertThat(house.mailbox.told(young)).isEmpty();
  }

  @OnEachDatabase
  void orderThatCanBeAnsweredForAnHourInTheMorningWaits(House house) {
    night(house);
    house.clock.set(EVENING);
    UUID order = proposed(house, "eggs", 1);
    house.alter(
        "update notices set useful_until = timestamp with time zone '2026-11-24 07:00:01+00' where order_id = '%s'"
            .formatted(order));
    house.mail();

    assertThat(house.mailbox.told(order)).isEmpty();
  }

  @OnEachDatabase
  void whatCanOnlyBeUndoneInTheNightIsToldInTheNight(House house) {
    night(house);
    UUID order = house.confirmed("eggs", 1);
    house.clock.set(EVENING);
    News bought = new News.BoughtUnderMandate("pantry", EVENING.plus(House.UNDO_WINDOW));
    house
        .books()
        .change(
            open -> {
              new NoticeQueue(UUID::randomUUID).add(open, order, bought);
              return true;
            });
    house.mail();

    assertThat(house.mailbox.told(order)).endsWith(bought);
    assertThat(house.flow().look(house.link(order)).orElseThrow().order()).isEqualTo(order);
  }

  @OnEachDatabase
  void aNightSurvivesARestartAndAnUnreachableMorning(House house) {
    night(house);
    house.clock.set(EVENING);
    UUID first = proposed(house, "eggs", 1);
    UUID second = proposed(house, "eggs", 2);
    house.restart();
    house.clock.set(MORNING);
    house.mailbox.beFull(true);
    house.mail();
    house.mailbox.beFull(false);
    house.clock.pass(Duration.ofSeconds(10));
    house.mail();

    assertThat(house.mailbox.count()).isOne();
    assertThat(house.mailbox.last().about().orders()).containsExactlyInAnyOrder(first, second);
  }

  @OnEachDatabase
  void whatWasDeclinedInTheNightIsNoNewsInTheMorning(House house) {
    night(house);
    house.clock.set(EVENING);
    UUID gone = proposed(house, "eggs", 1);
    house.access().revoke("pantry-agent", "user:owner");
    house.clock.set(MORNING);
    house.mail();

    assertThat(house.mailbox.told(gone)).isEmpty();
  }

  private static void night(House house) {
    house.restart(List.of(house.mailbox), NIGHT);
  }

  private static UUID proposed(House house, String sku, int quantity) {
    return UUID.fromString(house.propose(sku, quantity).order());
  }

  private static UUID othersProposal(House house) {
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("milk", 1, null));
    return UUID.fromString(
        house.flow().proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null)).order());
  }
}
