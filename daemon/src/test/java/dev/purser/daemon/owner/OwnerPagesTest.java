package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerPagesTest {
  private static final String CONFIRM = "digest=" + Sheets.DIGEST + "&passphrase=pass%26phrase";

  private static final Clock READ = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);

  private final FakeDesk desk = new FakeDesk();
  private final PageServer server;

  OwnerPagesTest() throws Exception {
    server = new PageServer(site -> List.of(new OwnerResource(desk, site.pages(), READ)));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void thePageShowsWhatTheDaemonKnowsBeforeTheAgentsWords() throws Exception {
    HttpResponse<String> page = server.get(desk.path());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .containsSubsequence(
            "Corner Store",
            "https://corner-store.example",
            "13.21 USD",
            "Your passphrase",
            "Confirm</button>",
            "Decline</button>",
            "Open until Tue 24 Nov 2026, 10:00 CET",
            "household/pantry",
            "29.50 USD",
            "13.21 USD",
            "16.29 USD",
            "Eggs, grade A, large",
            "Delivery",
            "1 Harbour Street",
            "Milk and eggs are nearly out.",
            "The words of",
            "pantry-agent");
  }

  @Test
  void anAlteredOrderSaysSoAndTakesNoAnswer() throws Exception {
    desk.altered = true;

    assertThat(server.get(desk.path()).body()).contains("This order was altered", "audit verify");
    assertThat(server.post(desk.path() + "/confirm", CONFIRM).statusCode()).isEqualTo(500);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void theDigestThatIsShownIsTheOneThatIsConfirmed() throws Exception {
    assertThat(server.get(desk.path()).body())
        .contains("name=\"digest\" value=\"" + Sheets.DIGEST + "\"");

    server.post(desk.path() + "/confirm", CONFIRM);

    assertThat(desk.changes).containsExactly("confirm " + Sheets.DIGEST + " pass&phrase");
  }

  @Test
  void differencesStandAboveTheBudgets() throws Exception {
    desk.sheet = Sheets.replacing();

    assertThat(server.get(desk.path()).body())
        .containsSubsequence(
            "What changed", "2.76 USD", "2.94 USD", "What it does to your budgets");
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void lookingChangesNothing(OrderState state) throws Exception {
    desk.sheet = Sheets.in(state);

    assertThat(server.get(desk.path()).statusCode()).isEqualTo(200);
    assertThat(server.head(desk.path()).statusCode()).isEqualTo(200);
    assertThat(server.get(desk.path() + "/confirm").statusCode()).isEqualTo(405);
    assertThat(server.get(desk.path() + "/decline").statusCode()).isEqualTo(405);
    assertThat(server.get(desk.path() + "/undo").statusCode()).isEqualTo(405);
    assertThat(desk.changes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderState.class,
      names = "AWAITING_CONFIRMATION",
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAnOrderThatWaitsHasTheForms(OrderState state) throws Exception {
    desk.sheet = Sheets.in(state);

    assertThat(server.get(desk.path()).body()).doesNotContain("/confirm\"", "/decline\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/finance-or-anything", "/o/x"})
  void everyPageOfADryRunSaysThatNoMoneyMoves(String path) throws Exception {
    assertThat(server.get(path).body()).contains("Dry run: no money moves");
    assertThat(server.get(desk.path()).body()).contains("Dry run: no money moves");
  }

  @Test
  void noPageOfAnotherRailSaysSo() throws Exception {
    PageServer live =
        new PageServer(false, site -> List.of(new OwnerResource(desk, site.pages(), READ)));
    try {
      desk.sheet = Sheets.live();

      assertThat(live.get(desk.path()).body()).doesNotContainIgnoringCase("dry run");
      assertThat(live.get("/").body()).doesNotContainIgnoringCase("dry run");
    } finally {
      live.stop();
    }
  }

  @Test
  void noScriptAndNothingFromElsewhereIsOnThePage() throws Exception {
    assertThat(server.get(desk.path()).body())
        .doesNotContain("<script", "autofocus", "onload", "http-equiv", "style=")
        .doesNotContainPattern("(?:src|href|action)=\"(?!/)");
  }

  @Test
  void whereAPasskeyConfirmsThePagesOneScriptIsOurOwn() throws Exception {
    desk.ways = new ProofWays(true, false);

    assertThat(server.get(desk.path()).body())
        .containsOnlyOnce("<script")
        .contains("<script src=\"/passkey.js\" defer></script>", "id=\"passkey\"")
        .doesNotContain("name=\"passphrase\"", "onclick", "onload", "style=");
    assertThat(server.get("/passkey.js").headers().firstValue("Content-Type"))
        .hasValue("text/javascript;charset=utf-8");
  }

  @Test
  void aPassphraseIsAskedBesideAPasskeyOnlyIfItWouldCount() throws Exception {
    desk.ways = new ProofWays(true, true);
    assertThat(server.get(desk.path()).body()).contains("id=\"passkey\"", "name=\"passphrase\"");

    desk.ways = new ProofWays(false, true);
    assertThat(server.get(desk.path()).body())
        .contains("name=\"passphrase\"")
        .doesNotContain("id=\"passkey\"");
  }

  @Test
  void anOrderThatIsNotPendingAsksNoPasskey() throws Exception {
    HttpResponse<String> answer =
        server.post(desk.path() + "/challenge", "digest=" + Sheets.DIGEST);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void aSignatureReachesTheDesk() throws Exception {
    String form =
        "digest=%s&credential=AAAA&clientData=AAAA&authenticatorData=AAAA&signature=AAAA"
            .formatted(Sheets.DIGEST);
    server.post(desk.path() + "/confirm", form);
    desk.outcome = new ConfirmOutcome.WrongProof(4);

    assertThat(desk.changes).containsExactly("confirm " + Sheets.DIGEST + " signed");
    assertThat(server.post(desk.path() + "/confirm", form).body())
        .contains("That passkey does not confirm this order. Nothing has changed.");
    assertThat(server.post(desk.path() + "/confirm", form.replace("=AAAA", "=A+A")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aStrangersTextIsInert() throws Exception {
    desk.sheet = Sheets.hostile();

    assertThat(server.get(desk.path()).body())
        .doesNotContain("<script", "<img src=x", "\u001B", "\u202E", "\uDB40", "\u200B", "\r")
        .doesNotContain("</bdi></td><script", "x".repeat(300))
        .contains("<bdi>=cmd|'/c calc'!A1 &lt;/bdi&gt;&lt;/td&gt;&lt;script&gt;");
  }

  @Test
  void aYesLeadsBackToTheOrder() throws Exception {
    HttpResponse<String> answer = confirm(new ConfirmOutcome.Confirmed());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(server.address() + desk.path());
  }

  @Test
  void aWrongPassphraseShowsTheFormAgainAndWhatIsLeft() throws Exception {
    HttpResponse<String> answer = confirm(new ConfirmOutcome.WrongProof(2));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("That is not the passphrase. 2 attempts left.", "name=\"passphrase\"")
        .doesNotContain("pass&amp;phrase", "pass&phrase");
    assertThat(confirm(new ConfirmOutcome.WrongProof(1)).body()).contains("1 attempt left.");
  }

  @Test
  void aLockedProofSaysUntilWhenAndStillLetsDecline() throws Exception {
    HttpResponse<String> answer = confirm(new ConfirmOutcome.Locked(Sheets.NOW.plusSeconds(900)));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("900");
    assertThat(answer.body())
        .contains("locked until Mon 23 Nov, 11:15", "/decline\"")
        .doesNotContain("/confirm\"");
  }

  @Test
  void aChangedPriceShowsBeforeAndAfterAndLeadsToTheNewOrder() throws Exception {
    Locator next = Locator.random(new SecureRandom());

    HttpResponse<String> answer = confirm(new ConfirmOutcome.Replaced(Sheets.differences(), next));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .containsSubsequence("Nothing was bought", "Eggs, grade A, large", "2.76 USD", "2.94 USD")
        .contains("href=\"/o/" + next.reveal() + "\"");
  }

  @Test
  void anOrderThatPolicyNowRefusesSaysWhy() throws Exception {
    Violation overBudget =
        new Violation.BudgetExceeded(
            new CategoryId("household/pantry"),
            Sheets.usd("64.10"),
            Sheets.usd("50.00"),
            OffsetDateTime.parse("2026-12-01T00:00:00+01:00"));
    Violation gone =
        new Violation.Unobtainable(
            Violation.Unobtainable.Reason.NO_LONGER_SOLD, "1", "<script>alert(1)</script>");

    HttpResponse<String> answer =
        confirm(
            new ConfirmOutcome.NoLongerPossible(
                List.of(
                    new Difference(
                        "<b>Oats</b>", Optional.of(Sheets.usd("1.10")), Optional.empty())),
                List.of(overBudget, gone)));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains(
            "This can no longer be bought",
            "household/pantry has 50.00 USD left this month, the order asks 64.10 USD.",
            "not sold")
        .doesNotContain("<script", "<b>Oats", "id=\"next\"");
  }

  @Test
  void anOrderThatMovedOnLeadsToWhereItStands() throws Exception {
    HttpResponse<String> answer = confirm(new ConfirmOutcome.NotPending());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("moved on", "href=\"" + desk.path() + "\"");
  }

  @Test
  void aSilentVendorLetsTheOwnerTryAgain() throws Exception {
    HttpResponse<String> answer = confirm(new ConfirmOutcome.VendorSilent());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("The vendor does not answer", "name=\"passphrase\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "passphrase=x", "digest=x", "digest=x&passphrase="})
  void anEmptyFormCostsNoAttempt(String form) throws Exception {
    assertThat(server.post(desk.path() + "/confirm", form).statusCode()).isEqualTo(400);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void decliningIsOneTap() throws Exception {
    HttpResponse<String> answer = server.post(desk.path() + "/decline", "");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(desk.changes).containsExactly("decline ");
  }

  @Test
  void aReasonOf280CharactersIsTakenAndOneMoreIsNot() throws Exception {
    String longest = "x".repeat(280);

    assertThat(decline(longest).statusCode()).isEqualTo(303);
    assertThat(decline(longest + "x").statusCode()).isEqualTo(400);
    assertThat(desk.changes).containsExactly("decline " + longest);
  }

  @Test
  void decliningOrUndoingTooLateSaysSo() throws Exception {
    desk.inTime = false;

    assertThat(decline("no").statusCode()).isEqualTo(409);
    assertThat(server.post(desk.path() + "/undo", "").statusCode()).isEqualTo(409);
  }

  @Test
  void undoIsOfferedUntilItsLastMoment() throws Exception {
    desk.sheet = Sheets.undoable(OrderState.AUTHORIZED, Sheets.NOW.plusMillis(1));
    assertThat(server.get(desk.path()).body())
        .contains("/undo\"", "You can take it back until Mon 23 Nov, 11:00:00 CET.");

    desk.sheet = Sheets.undoable(OrderState.AUTHORIZED, Sheets.NOW);
    assertThat(server.get(desk.path()).body()).doesNotContain("/undo\"");

    desk.sheet = Sheets.undoable(OrderState.PAID, Sheets.NOW.plusMillis(1));
    assertThat(server.get(desk.path()).body()).doesNotContain("/undo\"");
  }

  @Test
  void undoIsOneTap() throws Exception {
    assertThat(server.post(desk.path() + "/undo", "").statusCode()).isEqualTo(303);
    assertThat(desk.changes).containsExactly("undo");
  }

  @Test
  void anOrderPastItsTimeOffersNoAnswerEvenIfNobodySweptIt() {
    Locator locator = desk.locator;

    assertThat(page(locator, Sheets.EXPIRES.minusMillis(1)).answers().mayConfirm()).isTrue();
    assertThat(page(locator, Sheets.EXPIRES).answers().mayConfirm()).isFalse();
    assertThat(page(locator, Sheets.EXPIRES).standing().heading()).isEqualTo("Expired");
  }

  @Test
  void malformedForeignAndForgottenLinksAreOneAndTheSamePage() throws Exception {
    String unknown = Locator.random(new SecureRandom()).reveal();
    String expected = server.get("/nowhere").body();

    for (String path : List.of("/o/" + unknown, "/o/short", "/o/%3Cscript%3E", "/o/..%2e", "/o/")) {
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEqualTo(expected);
    }
    assertThat(server.post("/o/" + unknown + "/confirm", CONFIRM).body()).isEqualTo(expected);
    assertThat(server.post("/o/" + unknown + "/decline", "").statusCode()).isEqualTo(404);
    assertThat(server.post("/o/" + unknown + "/undo", "").statusCode()).isEqualTo(404);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void noPagePrintsItsLocator() {
    assertThat(page(desk.locator, Sheets.NOW).toString()).doesNotContain(desk.locator.reveal());
  }

  private OrderPage page(Locator locator, Instant now) {
    return OrderPage.of(desk.sheet, locator, desk.ways, now);
  }

  private HttpResponse<String> confirm(ConfirmOutcome outcome) throws Exception {
    desk.outcome = outcome;
    return server.post(desk.path() + "/confirm", CONFIRM);
  }

  private HttpResponse<String> decline(String reason) throws Exception {
    return server.post(desk.path() + "/decline", "reason=" + reason);
  }
}
