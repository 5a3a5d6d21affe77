package dev.purser.daemon.owner;

import static dev.purser.daemon.notices.words.Sheets.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.Together;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import dev.purser.daemon.purchasing.SeveralOutcome;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeveralPagesTest {
  private static final Clock READ = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);

  private static final Money MUCH = Sheets.usd("20.00");

  private final FakeDesk desk = new FakeDesk();
  private final Stamps stamps = ReadPages.stamps(READ);
  private final PageServer server;
  private final String choice = desk.locator.reveal() + "%3A" + Sheets.DIGEST;

  SeveralPagesTest() throws Exception {
    server =
        new PageServer(
            site ->
                List.of(
                    new SeveralResource(
                        new OrderPages(
                            desk,
                            site.pages(),
                            new Deliberation(stamps, Optional.of(MUCH), READ),
                            READ),
                        new OwnerClock(ZoneOffset.UTC))));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void itListsWhatTheLocatorsLocateAndChangesNothing() throws Exception {
    HttpResponse<String> page = server.get(path(desk.locator.reveal(), another()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Corner Store", "13.21 USD", "Eggs, grade A, large", desk.path())
        .containsOnlyOnce("type=\"checkbox\"");
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void whatWaitsNoMoreCannotBeTicked() throws Exception {
    desk.sheet = Sheets.in(OrderState.PAID);

    assertThat(server.get(path(desk.locator.reveal())).body())
        .contains("None of these waits for you", "Paid")
        .doesNotContain("checkbox", "/confirm\"");
  }

  @Test
  void nothingIsThereForNoLocatorOrTooMany() throws Exception {
    assertThat(server.get(path(another())).statusCode()).isEqualTo(404);
    assertThat(server.get(path("x", desk.locator.reveal())).statusCode()).isEqualTo(404);
    assertThat(server.get("/several/" + desk.locator.reveal() + ".").statusCode()).isEqualTo(404);
    assertThat(server.get(many(Together.MAX)).statusCode()).isEqualTo(200);
    assertThat(server.get(many(Together.MAX + 1)).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyWhatIsOnThePageCanBeChosen() throws Exception {
    String path = path(desk.locator.reveal()) + "/confirm";
    String elsewhere = another() + "%3A" + Sheets.DIGEST;

    for (String form : List.of("", "order=x", "order=" + elsewhere, "order=" + choice + "%3Ax")) {
      assertThat(server.post(path, form + "&passphrase=p").statusCode()).as(form).isEqualTo(400);
    }
    assertThat(server.post(path, "order=" + choice).body()).contains("Give your proof to confirm.");
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void eachOutcomeHasItsPage() throws Exception {
    assertThat(answer(new SeveralOutcome.NotPending()).statusCode()).isEqualTo(409);
    assertThat(answer(new SeveralOutcome.WrongProof(2)).body()).contains("2 attempts left");
    assertThat(answer(new SeveralOutcome.Locked(Sheets.NOW)).statusCode()).isEqualTo(429);
    assertThat(answer(each(new ConfirmOutcome.Confirmed())).statusCode()).isEqualTo(303);

    Locator next = Locator.random(new SecureRandom());
    assertThat(answer(each(new ConfirmOutcome.Replaced(List.of(), next))).body())
        .contains("Not all of it could be confirmed.", "/o/" + next.reveal());
    assertThat(answer(each(new ConfirmOutcome.VendorSilent())).body()).contains("does not answer");
  }

  private SeveralOutcome each(ConfirmOutcome outcome) {
    return new SeveralOutcome.Answered(List.of(new SeveralOutcome.Each(desk.locator, outcome)));
  }

  private HttpResponse<String> answer(SeveralOutcome outcome) throws Exception {
    desk.several = outcome;
    return server.post(
        path(desk.locator.reveal()) + "/confirm",
        "order=" + choice + "&passphrase=p&shown=" + stamps.stamp(path(desk.locator.reveal())));
  }

  @Test
  void onlyAPageOfExactlyTheseThatWasShownForAMomentConfirms() throws Exception {
    String path = path(desk.locator.reveal());
    String hasty = new Stamps(READ, new SecureRandom()).stamp(path);

    for (String stamp : List.of("", hasty, stamps.stamp(path(another())))) {
      String form = "order=" + choice + "&passphrase=p&shown=" + stamp;
      assertThat(server.post(path + "/confirm", form).statusCode()).as(stamp).isEqualTo(409);
    }
    assertThat(server.get(path).body()).containsPattern("name=\"shown\" value=\"\\d+\\.");
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void whatNeedsItsTotalTypedIsConfirmedOnItsOwnPage() throws Exception {
    desk.sheet = Sheets.costing("20.01");

    assertThat(server.get(path(desk.locator.reveal())).body())
        .contains("where you type its total", desk.path())
        .doesNotContain("checkbox");
    assertThat(answer(each(new ConfirmOutcome.Confirmed())).statusCode()).isEqualTo(403);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void littleByLittleIsMuchToo() {
    Deliberation deliberation = new Deliberation(stamps, Optional.of(MUCH), READ);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    form.add("shown", stamps.stamp("/several/x"));

    assertThat(deliberation.look("/several/x", List.of(usd("10.00"), usd("10.00")), form))
        .isInstanceOf(Deliberation.Finding.Deliberate.class);
    assertThat(deliberation.look("/several/x", List.of(usd("10.00"), usd("10.01")), form))
        .isInstanceOf(Deliberation.Finding.Mistyped.class);
  }

  private String many(int count) {
    return path(
        Stream.concat(Stream.of(desk.locator.reveal()), Stream.generate(SeveralPagesTest::another))
            .limit(count)
            .toArray(String[]::new));
  }

  private static String path(String... locators) {
    return Stream.of(locators).collect(Collectors.joining(".", "/several/", ""));
  }

  private static String another() {
    return Locator.random(new SecureRandom()).reveal();
  }
}
