package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.QuietHours;
import dev.purser.daemon.orders.OrderState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner wants to hear of an order later. */
@ExtendWith(HouseKeeper.class)
class PutOffOrdersTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MOMENT = Duration.ofMillis(1);

  @OnEachDatabase
  void theOwnerHearsAgainThenWithANewLink(House house) {
    UUID order = house.awaiting("eggs", 1);
    Locator before = house.link(order);
    assertThat(house.flow().later(before, HOUR.multipliedBy(3)))
        .isEqualTo(new LaterOutcome.PutOff(House.START.plus(HOUR.multipliedBy(3))));

    house.clock.pass(HOUR.multipliedBy(3).minus(MOMENT));
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());

    house.clock.pass(MOMENT);
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed(), new News.Reminder());
    assertThat(house.link(order).digest()).isNotEqualTo(before.digest());
    assertThat(house.flow().look(house.link(order)).orElseThrow().order()).isEqualTo(order);
    assertThat(house.story(order)).contains("notice.put-off");
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void nothingIsPutOffToTheExpiryOrBeyond(House house) {
    UUID order = house.awaiting("eggs", 1);
    Instant expires = house.order(order).course().expiresAt();
    house.clock.set(expires.minus(HOUR));
    assertThat(house.flow().later(house.link(order), HOUR))
        .isEqualTo(new LaterOutcome.BeyondExpiry(expires));
    assertThat(house.story(order)).doesNotContain("notice.put-off");

    house.clock.set(expires.minus(HOUR).minus(MOMENT));
    assertThat(house.flow().later(house.link(order), HOUR))
        .isEqualTo(new LaterOutcome.PutOff(expires.minus(MOMENT)));
  }

  @OnEachDatabase
  void puttingOffProlongsNothing(House house) {
    UUID order = house.awaiting("eggs", 1);
    Instant expires = house.order(order).course().expiresAt();
    house.flow().later(house.link(order), HOUR.multipliedBy(12));

    assertThat(house.order(order).course().expiresAt()).isEqualTo(expires);
    house.clock.set(expires);
    house.flow().expireOverdue();
    house.mail();
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());
  }

  @OnEachDatabase
  void theLastWordOnWhenCounts(House house) {
    UUID order = house.awaiting("eggs", 1);
    house.flow().later(house.link(order), HOUR);
    house.flow().later(house.link(order), HOUR.multipliedBy(3));
    house.clock.pass(HOUR);
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());

    house.clock.pass(HOUR.multipliedBy(2));
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed(), new News.Reminder());
  }

  /** Whoever has the link could fill the trail. */
  @OnEachDatabase
  void theMomentIsChangedTenTimesAtMost(House house) {
    UUID order = house.awaiting("eggs", 1);
    for (int said = 0; said < 11; said++) {
      assertThat(house.flow().later(house.link(order), HOUR))
          .isInstanceOf(LaterOutcome.PutOff.class);
    }

    assertThat(house.flow().later(house.link(order), HOUR)).isEqualTo(new LaterOutcome.TooOften());
    assertThat(house.story(order)).filteredOn("notice.put-off"::equals).hasSize(11);
  }

  @OnEachDatabase
  void whoWantsToHearLaterIsNotToldByAnotherChannelBefore(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    UUID order = house.awaiting("eggs", 1);
    house.flow().later(house.link(order), HOUR.multipliedBy(3));
    house.clock.pass(HOUR.multipliedBy(2));
    house.mail();
    assertThat(house.phone.told(order)).isEmpty();

    house.clock.pass(HOUR);
    house.mail();
    house.clock.pass(House.INSIST_AFTER);
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed(), new News.Reminder());
    assertThat(house.phone.told(order)).containsExactly(new News.ToldAgain("mail"));
  }

  @OnEachDatabase
  void anOrderThatWasAnsweredIsNotPutOff(House house) {
    UUID order = house.confirmed("eggs", 1);

    assertThat(house.flow().later(house.link(order), HOUR))
        .isEqualTo(new LaterOutcome.NotPending());
    assertThat(house.flow().later(Locator.random(new SecureRandom()), HOUR))
        .isEqualTo(new LaterOutcome.NotPending());
  }

  @OnEachDatabase
  void aReminderSurvivesARestart(House house) {
    UUID order = house.awaiting("eggs", 1);
    house.flow().later(house.link(order), HOUR);
    house.restart();
    house.clock.pass(HOUR);
    house.mail();

    assertThat(house.mailbox.told(order)).endsWith(new News.Reminder());
  }
}
