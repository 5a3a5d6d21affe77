package dev.purser.daemon.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.owner.session.Session;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.web.PageServer;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinancePagesTest {
  private static final String GOOD =
      "month=2026-12&category=household%2Fpantry&amount=400.00&currency=usd&reason=winter";

  private final FakeBook book = new FakeBook();
  private final List<String> attempts = new ArrayList<>();
  private SignIn.Outcome outcome = new SignIn.Proven();
  private final SettableClock clock = new SettableClock(Sheets.NOW);
  private final Sessions sessions = new Sessions(clock, new SecureRandom(), session -> true);
  private final PageServer server;

  FinancePagesTest() throws Exception {
    OwnerClock ownerClock = new OwnerClock(Sheets.ZONE);
    server =
        new PageServer(
            site -> List.of(new FinanceResource(book, this::attempt, sessions, site, ownerClock)));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void withoutASessionThereIsOnlyTheSignIn() throws Exception {
    HttpResponse<String> answer = server.get("/finance?month=2026-12");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("/finance/sign-in", "name=\"month\" value=\"2026-12\"")
        .doesNotContain("pantry", "500.00");
  }

  @Test
  void theCookieIsForNoScriptAndNoOtherSite() throws Exception {
    HttpResponse<String> answer = signIn();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(server.address() + "/finance?month=2026-12");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("purser=[A-Za-z0-9_-]{43};.*")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .containsIgnoringCase("Path=/;")
        .doesNotContainIgnoringCase("Secure");
  }

  @Test
  void theMonthShowsEveryColumnInWordsAndAsABar() throws Exception {
    HttpResponse<String> answer = server.get("/finance?month=2026-12", "Cookie", session());

    assertThat(answer.body())
        .contains("December 2026", "month=2026-11", "month=2027-01")
        .containsSubsequence("Budget", "Held", "Committed", "Spent", "Available")
        .containsSubsequence("household/pantry", "50.00", "13.21", "4.00", "46.50", "-13.71")
        .contains("<svg", "bar-limit", "60.00 → 50.00 USD", "Mon 23 Nov, 11:00")
        .contains("&lt;b>less&lt;/b> coffee".replace(">", "&gt;"))
        .doesNotContain("<b>less");
  }

  @Test
  void browsersAreLetToNameOurOriginInItsForms() throws Exception {
    assertThat(server.get("/finance").headers().firstValue("Referrer-Policy"))
        .hasValue("same-origin");
  }

  @Test
  void withoutAMonthItIsTheOwnersCurrentOne() throws Exception {
    assertThat(server.get("/finance", "Cookie", session()).body()).contains("November 2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026", "1999-12", "2100-01", "x", "%2B999999999-12"})
  void whatIsNoMonthIsExplained(String month) throws Exception {
    HttpResponse<String> answer = server.get("/finance?month=" + month, "Cookie", session());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Write the month like 2026-12.");
  }

  @Test
  void anAmountIsSet() throws Exception {
    HttpResponse<String> answer = set(GOOD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(server.address() + "/finance?month=2026-12");
    assertThat(book.set).containsExactly("household/pantry 2026-12 400.00 USD by finance: winter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Household Pantry | 400.00 | USD | Write the category like household/pantry",
        "new | 4e2 | USD | Write the amount like 400.00",
        "new | -1 | USD | Write the amount like 400.00",
        "new | 1.234 | USD | Write the amount like 400.00: digits, with 2 decimals at most",
        "new | 1.5 | JPY | Write the amount like 40000: digits, with 0 decimals at most",
        "new | 999999999999999999 | USD | Write the amount like",
        "new | 1.00 | XAU | Write the currency as its three letters",
        "new | 1.00 | DOLLAR | Write the currency as its three letters",
        "household | 1.00 | EUR | household is budgeted in USD",
      })
  void whatIsMistypedIsKeptAndExplained(
      String category, String amount, String currency, String advice) throws Exception {
    HttpResponse<String> answer =
        set(
            "month=2026-12&category=%s&amount=%s&currency=%s&reason=why%%22%%3Cb"
                .formatted(category.replace(' ', '+'), amount, currency));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(advice, "value=\"" + category + "\"", "value=\"" + amount + "\"")
        .contains("value=\"" + currency + "\"", "value=\"why&#34;&lt;b\"", "aria-invalid=\"true\"");
    assertThat(book.set).isEmpty();
  }

  @Test
  void nothingIsSetWithoutASession() throws Exception {
    HttpResponse<String> answer = post("/finance/set", GOOD);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You were signed out, and nothing was set.");
    assertThat(book.set).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/finance/set", "/finance/sign-in", "/finance/sign-out"})
  void onlyOurExactOriginMayPost(String path) throws Exception {
    String cookie = session();
    attempts.clear();

    for (String origin : List.of("null", "https://evil.example", "http://localhost:1")) {
      assertThat(server.post(path, GOOD, "Cookie", cookie, "Origin", origin).statusCode())
          .isEqualTo(403);
    }
    assertThat(server.post(path, GOOD, "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(book.set).isEmpty();
    assertThat(attempts).isEmpty();
    assertThat(server.get("/finance", "Cookie", cookie).body()).contains("Sign out");
  }

  @Test
  void readingSetsNothing() throws Exception {
    String cookie = session();

    assertThat(server.get("/finance/set?" + GOOD, "Cookie", cookie).statusCode()).isEqualTo(405);
    assertThat(server.get("/finance?" + GOOD, "Cookie", cookie).statusCode()).isEqualTo(200);
    assertThat(book.set).isEmpty();
  }

  @Test
  void aWrongPassphraseOpensNothing() throws Exception {
    outcome = new SignIn.Wrong(3);
    HttpResponse<String> answer = signIn();

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("3 attempts left.").doesNotContain("the passphrase%");
  }

  @Test
  void aLockedSignInSaysUntilWhen() throws Exception {
    outcome = new SignIn.Locked(Sheets.NOW.plusSeconds(900));
    HttpResponse<String> answer = signIn();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Mon 23 Nov, 11:15").doesNotContain("name=\"passphrase\"");
  }

  @Test
  void anEmptyPassphraseCostsNoAttempt() throws Exception {
    assertThat(post("/finance/sign-in", "month=2026-12&passphrase=").statusCode()).isEqualTo(400);
    assertThat(attempts).isEmpty();
  }

  @Test
  void anIdleSessionMustSignInAgain() throws Exception {
    String cookie = session();
    clock.pass(Sessions.IDLE);

    assertThat(server.get("/finance", "Cookie", cookie).body()).contains("/finance/sign-in");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    String cookie = session();
    HttpResponse<String> answer = post("/finance/sign-out", "", "Cookie", cookie);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(server.get("/finance", "Cookie", cookie).body()).contains("/finance/sign-in");
  }

  @Test
  void theOwnerWhoIsFinanceTooIsInAlready() throws Exception {
    String token = sessions.open(Session.ofPassphrase("anna", Set.of(Role.OWNER, Role.FINANCE)));

    assertThat(server.get("/finance", "Cookie", "purser=" + token).body())
        .contains("November 2026", "/owner/agents");
    assertThat(post("/finance/set", GOOD, "Cookie", "purser=" + token).statusCode()).isEqualTo(303);
    assertThat(book.set).containsExactly("household/pantry 2026-12 400.00 USD by anna: winter");
  }

  @Test
  void theOwnerWhoIsNotFinanceIsNot() throws Exception {
    String token = sessions.open(Session.ofPassphrase("anna", Set.of(Role.OWNER)));

    assertThat(server.get("/finance", "Cookie", "purser=" + token).body())
        .contains("/finance/sign-in");
  }

  private SignIn.Outcome attempt(String passphrase) {
    attempts.add(passphrase);
    return outcome;
  }

  private HttpResponse<String> signIn() throws Exception {
    return post("/finance/sign-in", "month=2026-12&passphrase=the+passphrase");
  }

  private String session() throws Exception {
    return signIn().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpResponse<String> set(String form) throws Exception {
    return post("/finance/set", form, "Cookie", session());
  }

  private HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Origin", server.address()));
    return server.post(path, form, all.toArray(String[]::new));
  }
}
