package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.Templates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostOfficeTest {
  private final Letter letter =
      new LetterWriter(new Templates(), "owner@example.org")
          .write(
              "id",
              List.of(
                  Notice.leading(new News.Proposed(), Sheets.pending(), LetterWriterTest.LINK)));

  private final List<String> tried = new ArrayList<>();
  private final Postman outbox = takes("outbox");

  @Test
  void theFirstChannelThatTakesItIsTheOnlyOne() throws Exception {
    PostOffice office = new PostOffice(List.of(takes("smtp"), takes("ntfy")), outbox);

    assertThat(office.deliver(letter, Optional.empty())).isEqualTo("smtp");
    assertThat(tried).containsExactly("outbox", "smtp");
  }

  @Test
  void theNextChannelTakesWhatTheFirstDoesNot() throws Exception {
    PostOffice office =
        new PostOffice(List.of(refuses("smtp"), breaks("ntfy"), takes("webhook")), outbox);

    assertThat(office.deliver(letter, Optional.empty())).isEqualTo("webhook");
    assertThat(tried).containsExactly("outbox", "smtp", "ntfy", "webhook");
  }

  @Test
  void whatHadItsTurnIsTriedLast() throws Exception {
    PostOffice office =
        new PostOffice(List.of(takes("smtp"), refuses("ntfy"), refuses("webhook")), outbox);

    assertThat(office.deliver(letter, Optional.of("smtp"))).isEqualTo("smtp");
    assertThat(tried).containsExactly("outbox", "ntfy", "webhook", "smtp");
  }

  @Test
  void whatIsNoLongerConfiguredHadNoTurn() throws Exception {
    PostOffice office = new PostOffice(List.of(takes("smtp")), outbox);

    assertThat(office.deliver(letter, Optional.of("ntfy"))).isEqualTo("smtp");
  }

  @Test
  void twoOfAKindAreToldApart() throws Exception {
    PostOffice office = new PostOffice(List.of(takes("smtp"), takes("smtp")), outbox);

    assertThat(office.deliver(letter, Optional.of("smtp"))).isEqualTo("smtp-2");
    assertThat(office.hasOtherThan("smtp")).isTrue();
  }

  @Test
  void oneChannelHasNoOther() {
    assertThat(new PostOffice(List.of(takes("smtp")), outbox).hasOtherThan("smtp")).isFalse();
    assertThat(new PostOffice(List.of(), outbox).hasOtherThan("outbox")).isFalse();
  }

  @Test
  void aCopyInTheOutboxReachesNobody() {
    PostOffice office = new PostOffice(List.of(refuses("smtp")), outbox);

    assertThatThrownBy(() -> office.deliver(letter, Optional.empty()))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageNotContaining("LLL");
    assertThat(tried).containsExactly("outbox", "smtp");
  }

  @Test
  void aFullOutboxDoesNotKeepMailFromGoing() throws Exception {
    PostOffice office = new PostOffice(List.of(takes("smtp")), refuses("outbox"));

    assertThat(office.deliver(letter, Optional.empty())).isEqualTo("smtp");
  }

  @Test
  void theOutboxCountsWhereItIsAllThereIs() throws Exception {
    assertThat(new PostOffice(List.of(), outbox).deliver(letter, Optional.empty()))
        .isEqualTo("outbox");
    assertThatThrownBy(
            () -> new PostOffice(List.of(), refuses("outbox")).deliver(letter, Optional.empty()))
        .isInstanceOf(UndeliveredException.class);
  }

  @Test
  void whatKeepsFailingIsLeftAloneForAMinute() throws Exception {
    SettableClock clock = new SettableClock(Sheets.NOW);
    Postman resilient = new ResilientPostman(refuses("smtp"), clock);
    PostOffice office = new PostOffice(List.of(resilient, takes("ntfy")), outbox);
    for (int letters = 0; letters < 5; letters++) {
      assertThat(office.deliver(letter, Optional.empty())).isEqualTo("ntfy");
    }
    assertThat(tried).filteredOn("smtp"::equals).hasSize(3);

    clock.pass(Duration.ofSeconds(61));
    office.deliver(letter, Optional.empty());

    assertThat(tried).filteredOn("smtp"::equals).hasSize(4);
  }

  private Postman takes(String channel) {
    return postman(channel, () -> {});
  }

  private Postman refuses(String channel) {
    return postman(
        channel,
        () -> {
          throw new UndeliveredException("no");
        });
  }

  private Postman breaks(String channel) {
    return postman(
        channel,
        () -> {
          throw new IllegalStateException(LetterWriterTest.LINK.toString());
        });
  }

  private interface Answer {
    void give() throws UndeliveredException;
  }

  private Postman postman(String channel, Answer answer) {
    return new Postman() {
      @Override
      public String channel() {
        return channel;
      }

      @Override
      public void deliver(Letter given) throws UndeliveredException {
        tried.add(channel);
        answer.give();
      }
    };
  }
}
