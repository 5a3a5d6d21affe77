package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.purchasing.LaterOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer that is none yet. */
class LaterPagesTest {
  private static final Pattern CHOICE = Pattern.compile("name=\"hours\" value=\"(\\d+)\"");

  private final FakeDesk desk = new FakeDesk();
  private final SettableClock clock = new SettableClock(Sheets.NOW);
  private final PageServer server;

  LaterPagesTest() throws Exception {
    server =
        new PageServer(
            site ->
                List.of(
                    new OwnerResource(ReadPages.of(desk, site.pages(), clock)),
                    new LaterResource(desk, site.pages())));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "PT22H,    ''",
    "PT21H59M, 1",
    "PT20H,    1",
    "PT19H59M, '1 3'",
    "PT11H,    '1 3'",
    "PT10H59M, '1 3 12'"
  })
  void onlyHoursBeforeTheExpiryAreOffered(Duration later, String hours) throws Exception {
    // It expires 23 hours after now.
    clock.pass(later);

    assertThat(String.join(" ", choices())).isEqualTo(hours);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12})
  void theOwnerIsToldWhenItComesAgain(int hours) throws Exception {
    HttpResponse<String> answer = server.post(desk.path() + "/later", "hours=" + hours);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("You will hear of it again", "Mon 23 Nov 2026, 12:00 CET", desk.path());
    assertThat(desk.changes).containsExactly("later PT" + hours + "H");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hours=2", "hours=0", "hours=-1", "hours=01", "hours=1e0", "hours=", "x=1"})
  void otherHoursAreRefusedAndChangeNothing(String form) throws Exception {
    HttpResponse<String> answer = server.post(desk.path() + "/later", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("1, 3 or 12 hours");
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void beyondTheExpirySaysWhenThatIs() throws Exception {
    desk.later = new LaterOutcome.BeyondExpiry(Sheets.EXPIRES);
    HttpResponse<String> answer = server.post(desk.path() + "/later", "hours=12");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("That is too late", "Tue 24 Nov 2026, 10:00 CET");
  }

  @Test
  void tooOftenAndTooLateSaySo() throws Exception {
    desk.later = new LaterOutcome.TooOften();
    assertThat(server.post(desk.path() + "/later", "hours=1").body()).contains("too often");

    desk.later = new LaterOutcome.NotPending();
    HttpResponse<String> answer = server.post(desk.path() + "/later", "hours=1");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("moved on");
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderState.class,
      names = "AWAITING_CONFIRMATION",
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAnOrderThatWaitsIsPutOff(OrderState state) throws Exception {
    desk.sheet = Sheets.in(state);

    assertThat(choices()).isEmpty();
  }

  @Test
  void lookingPutsNothingOff() throws Exception {
    assertThat(server.get(desk.path() + "/later").statusCode()).isEqualTo(405);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void aLinkToNothingPutsNothingOff() throws Exception {
    assertThat(server.post("/o/" + "A".repeat(43) + "/later", "hours=1").statusCode())
        .isEqualTo(404);
    assertThat(desk.changes).isEmpty();
  }

  private List<String> choices() throws Exception {
    return CHOICE
        .matcher(server.get(desk.path()).body())
        .results()
        .map((MatchResult choice) -> choice.group(1))
        .toList();
  }
}
