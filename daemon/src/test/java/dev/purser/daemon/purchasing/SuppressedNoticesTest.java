package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.Listener;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.NtfyConfig;
import dev.purser.daemon.notices.NtfyPostman;
import dev.purser.daemon.notices.Pace;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.QuietHours;
import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.notices.SmtpPostman;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody, or something, keeps the owner's letters from arriving. */
@ExtendWith(HouseKeeper.class)
class SuppressedNoticesTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Listener ntfy;

  SuppressedNoticesTest() throws Exception {
    ntfy = new Listener();
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    ntfy.close();
  }

  @OnEachDatabase
  void mailServerThatIsDownLeavesTheOwnerToldByTheSecondChannel(House house) throws Exception {
    reachBoth(house);
    server.stop();
    UUID order = proposed(house, "eggs", 1);

    house.mail();

    assertThat(house.flow().look(linkOnThePhone()).orElseThrow().order()).isEqualTo(order);
    assertThat(house.sentBy(order)).containsExactly("ntfy");
  }

  @OnEachDatabase
  void whatTheMailServerTakesGoesNoOtherWay(House house) throws Exception {
    reachBoth(house);
    UUID order = proposed(house, "eggs", 1);

    house.mail();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(ntfy.heard()).isEmpty();
    assertThat(house.sentBy(order)).containsExactly("smtp");
  }

  /** The server takes every letter, and nobody ever sees one. */
  @OnEachDatabase
  void mailThatIsTakenAndLostIsFollowedByTheSecondChannel(House house) throws Exception {
    reachBoth(house);
    UUID order = proposed(house, "eggs", 1);
    house.mail();
    server.purgeEmailFromAllMailboxes();
    house.clock.pass(House.INSIST_AFTER.minus(MOMENT));
    house.mail();
    assertThat(ntfy.heard()).isEmpty();

    house.clock.pass(MOMENT);
    house.mail();

    assertThat(ntfy.heard()).hasSize(1);
    assertThat(house.flow().look(linkOnThePhone()).orElseThrow().order()).isEqualTo(order);
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(house.sentBy(order)).containsExactly("smtp", "ntfy");
  }

  @OnEachDatabase
  void itIsToldAgainOnceAndNotForEver(House house) throws Exception {
    reachBoth(house);
    UUID order = proposed(house, "eggs", 1);
    mailForADay(house);

    assertThat(house.sentBy(order)).containsExactly("smtp", "ntfy");
  }

  @OnEachDatabase
  void whoHasAnsweredIsNotToldAgain(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    UUID order = house.awaiting("eggs", 1);
    assertThat(house.confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
    house.clock.pass(House.INSIST_AFTER);
    house.mail();

    assertThat(house.phone.told(order)).isEmpty();
  }

  @OnEachDatabase
  void orderThatLivesShortIsToldAgainAtHalfOfIt(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    UUID order = proposed(house, "eggs", 1);
    house.clock.pass(House.LIFETIME.minus(Duration.ofMinutes(20)));
    house.mail();

    house.clock.pass(Duration.ofMinutes(10).minus(MOMENT));
    house.mail();
    assertThat(house.phone.told(order)).isEmpty();
    house.clock.pass(MOMENT);
    house.mail();
    assertThat(house.phone.told(order)).containsExactly(new News.ToldAgain("mail"));
  }

  @OnEachDatabase
  void oneChannelTellsOnce(House house) {
    UUID order = house.awaiting("eggs", 1);
    mailForADay(house);

    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());
  }

  @OnEachDatabase
  void ordersThatWereToldTogetherAreToldAgainTogether(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    house.restart(new Pace(Duration.ofSeconds(5), Duration.ofMinutes(2)));
    UUID first = proposed(house, "eggs", 1);
    UUID second = proposed(house, "eggs", 2);
    house.clock.pass(Duration.ofSeconds(5));
    house.mail();
    house.clock.pass(House.INSIST_AFTER);
    house.mail();

    assertThat(house.phone.count()).isOne();
    assertThat(house.phone.told(first)).containsExactly(new News.ToldAgain("mail"));
    assertThat(house.phone.told(second)).containsExactly(new News.ToldAgain("mail"));
  }

  @OnEachDatabase
  void whenNothingGetsThroughNothingIsBoughtAndTheOrderExpires(House house) throws Exception {
    reachBoth(house);
    server.stop();
    ntfy.answer(503);
    UUID order = proposed(house, "eggs", 1);
    mailForADay(house);
    house.flow().expireOverdue();
    house.pay();
    house.mail();

    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(house.placedOrders()).isEmpty();
    assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
    assertThat(house.sentBy(order)).isEmpty();
    assertThat(house.story(order))
        .contains("order.proposed", "order.expired")
        .doesNotContain("order.confirmed");
  }

  @OnEachDatabase
  void linkOfALetterThatComesLateOpensWhatTheOrderHasBecome(House house) {
    UUID order = house.awaiting("eggs", 1);
    Locator link = house.link(order);
    house.clock.pass(House.LIFETIME);
    house.flow().expireOverdue();

    assertThat(house.confirm(link, house.order(order).digest(), House.PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.flow().decline(link, Decline.because(""))).isFalse();
    assertThat(house.flow().later(link, Duration.ofHours(1)))
        .isEqualTo(new LaterOutcome.NotPending());
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
  }

  @OnEachDatabase
  void whatIsToBeToldAgainSurvivesARestart(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    UUID order = house.awaiting("eggs", 1);
    house.clock.pass(House.INSIST_AFTER);
    house.restart();
    house.mail();

    assertThat(house.phone.told(order)).containsExactly(new News.ToldAgain("mail"));
  }

  @OnEachDatabase
  void whenNoOtherChannelTakesItTheFirstTellsAgain(House house) {
    house.restart(List.of(house.mailbox, house.phone), QuietHours.none());
    house.phone.beFull(true);
    UUID order = house.awaiting("eggs", 1);
    house.clock.pass(House.INSIST_AFTER);
    house.mail();

    assertThat(house.mailbox.told(order))
        .containsExactly(new News.Proposed(), new News.ToldAgain("mail"));
  }

  private void reachBoth(House house) {
    Postman mail =
        new SmtpPostman(
            new SmtpConfig(
                "localhost",
                server.getSmtp().getPort(),
                "purser@example.org",
                Optional.empty(),
                SmtpConfig.Tls.NONE,
                TIMEOUT),
            house.clock);
    Postman phone = new NtfyPostman(NtfyConfig.at(ntfy.at("/ours"), Optional.empty(), TIMEOUT));
    house.restart(List.of(mail, phone), QuietHours.none());
  }

  private static void mailForADay(House house) {
    for (int hours = 0; hours < House.LIFETIME.toHours(); hours++) {
      house.clock.pass(Duration.ofHours(1));
      house.mail();
    }
  }

  private Locator linkOnThePhone() throws Exception {
    JsonNode message = new ObjectMapper().readTree(ntfy.heard().get(0).body());
    return Locator.parse(
            URI.create(message.path("click").asText()).getPath().replaceFirst("^/o/", ""))
        .orElseThrow();
  }

  private static UUID proposed(House house, String sku, int quantity) {
    return UUID.fromString(house.propose(sku, quantity).order());
  }
}
