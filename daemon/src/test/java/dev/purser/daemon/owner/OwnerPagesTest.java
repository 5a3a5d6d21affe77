package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import dev.purser.daemon.purchasing.NarrowOutcome;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
  private static final String PROOF = "digest=" + Sheets.DIGEST + "&passphrase=pass%26phrase";
  private static final Money MUCH = Sheets.usd("13.21");

  private static final Clock READ = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);

  private final FakeDesk desk = new FakeDesk();
  private final Stamps stamps = ReadPages.stamps(READ);
  private final PageServer server;

  OwnerPagesTest() throws Exception {
    server =
        new PageServer(
            site -> {
              OrderPages pages = pages(site, Optional.of(MUCH));
              return List.of(new OwnerResource(pages), new NarrowResource(pages));
            });
  }

  private OrderPages pages(Site site, Optional<Money> typeTotalAbove) {
    return new OrderPages(desk, site.pages(), new Deliberation(stamps, typeTotalAbove, READ), READ);
  }

  private String stamp(Stamps by) {
    return deliberation(by).stamp(desk.sheet);
  }

  private static Deliberation deliberation(Stamps stamps) {
    return new Deliberation(stamps, Optional.empty(), READ);
  }

  /** A form that was looked at for five seconds. */
  private String confirming() {
    return PROOF + "&shown=" + stamp(stamps);
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
            "1 Harbour Street",
            "Eggs, grade A, large",
            "Delivery",
            "Milk and eggs are nearly out.",
            "The words of",
            "pantry-agent");
  }

  @Test
  void anAlteredOrderSaysSoAndTakesNoAnswer() throws Exception {
    desk.altered = true;

    assertThat(server.get(desk.path()).body()).contains("This order was altered", "audit verify");
    assertThat(server.post(desk.path() + "/confirm", confirming()).statusCode()).isEqualTo(500);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void theDigestThatIsShownIsTheOneThatIsConfirmed() throws Exception {
    assertThat(server.get(desk.path()).body())
        .contains("name=\"digest\" value=\"" + Sheets.DIGEST + "\"");

    server.post(desk.path() + "/confirm", confirming());

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
        new PageServer(false, site -> List.of(new OwnerResource(pages(site, Optional.empty()))));
    try {
      desk.sheet = Sheets.live();

      assertThat(live.get(desk.path()).body()).doesNotContainIgnoringCase("dry run");
      assertThat(live.get("/").body()).doesNotContainIgnoringCase("dry run");
    } finally {
      live.stop();
    }
  }

  @Test
  void nothingFromElsewhereIsOnThePage() throws Exception {
    assertThat(server.get(desk.path()).body())
        .containsOnlyOnce("<script")
        .contains("<script src=\"/passkey.js\" defer></script>")
        .doesNotContain("autofocus", "onload", "http-equiv", "style=")
        .doesNotContainPattern("(?:src|href|action)=\"(?![/#])");
  }

  @Test
  void whatTakesNoAnswerHasNoScript() throws Exception {
    desk.sheet = Sheets.in(OrderState.PAID);

    assertThat(server.get(desk.path()).body()).doesNotContain("<script");
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
        "digest=%s&shown=%s&credential=AAAA&clientData=AAAA&authenticatorData=AAAA&signature=AAAA"
            .formatted(Sheets.DIGEST, stamp(stamps));
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
        .doesNotContain("<script>", "<img src=x", "\u001B", "\u202E", "\uDB40", "\u200B", "\r")
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
  void aSecondAfterLookingAYesCountsAndAMomentBeforeItDoesNot() throws Exception {
    assertThat(confirmedAfter(Duration.ofMillis(999)).statusCode()).isEqualTo(425);
    assertThat(desk.changes).isEmpty();

    assertThat(confirmedAfter(Duration.ofSeconds(1)).statusCode()).isEqualTo(303);
    assertThat(desk.changes).hasSize(1);
    assertThat(desk.lookedFor).isEqualTo(Duration.ofSeconds(1));
  }

  /** On a server whose pages were shown that long ago. */
  private HttpResponse<String> confirmedAfter(Duration age) throws Exception {
    Stamps then = stampsAt(Sheets.NOW.minus(age));
    PageServer other =
        new PageServer(
            site ->
                List.of(
                    new OwnerResource(
                        new OrderPages(
                            desk,
                            site.pages(),
                            new Deliberation(then, Optional.empty(), READ),
                            READ))));
    try {
      return other.post(desk.path() + "/confirm", PROOF + "&shown=" + stamp(then));
    } finally {
      other.stop();
    }
  }

  private static Stamps stampsAt(Instant instant) {
    return new Stamps(Clock.fixed(instant, ZoneOffset.UTC), new SecureRandom());
  }

  @Test
  void onlyAPageThatWasShownConfirms() throws Exception {
    String stamp = stamp(stamps);
    String another = deliberation(stamps).stamp(Sheets.elsewhere());

    for (String bad :
        List.of(
            "",
            "0",
            "x" + stamp,
            stamp + "x",
            "1" + stamp,
            stamp.replaceFirst("[0-9]\\.", "1."),
            another,
            stamp(stampsAt(Sheets.NOW.minusSeconds(60))))) {
      assertThat(confirm(PROOF + "&shown=" + bad).statusCode()).as(bad).isEqualTo(409);
    }
    assertThat(confirm(PROOF).statusCode()).isEqualTo(409);
    assertThat(desk.changes).isEmpty();
    assertThat(confirm(PROOF + "&shown=" + stamp).statusCode()).isEqualTo(303);
  }

  @Test
  void thePageCarriesItsStampInEachFormThatConfirms() throws Exception {
    desk.ways = new ProofWays(true, true);

    assertThat(server.get(desk.path()).body().split("name=\"shown\" value=\"\\d+\\.", -1))
        .hasSize(3);
  }

  @Test
  void aboveTheAmountTheTotalsDigitsAreAsked() throws Exception {
    assertThat(server.get(desk.path()).body()).doesNotContain("name=\"total\"");

    desk.sheet = Sheets.costing("13.22");

    assertThat(server.get(desk.path()).body()).containsOnlyOnce("name=\"total\"");
  }

  @Test
  void whatIsInOtherMoneyIsTypedToo() throws Exception {
    PageServer euros =
        new PageServer(
            site ->
                List.of(new OwnerResource(pages(site, Optional.of(Money.parse("1000.00 EUR"))))));
    try {
      assertThat(euros.get(desk.path()).body()).contains("name=\"total\"");
    } finally {
      euros.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&total=", "&total=13.21", "&total=13", "&total=13.2", "&total=1e3"})
  void wrongDigitsAreRefusedAndChangeNothing(String typed) throws Exception {
    desk.sheet = Sheets.costing("13.22");

    HttpResponse<String> answer = confirm(confirming() + typed);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Those are not the total’s digits. Nothing has changed.");
    assertThat(desk.changes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"13.22", "13,22", "1322", "+13.22+", "013.22"})
  void rightDigitsAreTakenHoweverTheyAreSetApart(String typed) throws Exception {
    desk.sheet = Sheets.costing("13.22");

    assertThat(confirm(confirming() + "&total=" + typed).statusCode()).isEqualTo(303);
  }

  @Test
  void anOrderThatEndedSaysSoWhateverWasTyped() throws Exception {
    desk.sheet = Sheets.in(OrderState.EXPIRED);

    assertThat(confirm(PROOF).body()).contains("This order has moved on");
  }

  @ParameterizedTest
  @EnumSource(Decline.Code.class)
  void eachReasonToDeclineIsOneTap(Decline.Code code) throws Exception {
    String page = server.get(desk.path()).body();
    String button = "name=\"code\" value=\"" + code.wireName() + "\"";

    assertThat(page.contains(button)).isEqualTo(code != Decline.Code.OTHER);
    assertThat(
            server.post(desk.path() + "/decline", "reason=&code=" + code.wireName()).statusCode())
        .isEqualTo(303);
    assertThat(desk.changes).containsExactly("decline " + code.wireName() + " ");
  }

  @Test
  void anotherReasonThanThoseIsNotTaken() throws Exception {
    assertThat(server.post(desk.path() + "/decline", "code=because").statusCode()).isEqualTo(400);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void lessIsAskedBySku() throws Exception {
    Locator next = Locator.random(new SecureRandom());
    desk.narrowed = new NarrowOutcome.Narrowed(next);

    HttpResponse<String> answer = narrow("&take.708111=1&take.709112=0");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/o/" + next.reveal());
    assertThat(desk.changes).containsExactly("narrow " + Sheets.DIGEST + " {708111=1, 709112=0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&take.708111=-1",
        "&take.708111=1.5",
        "&take.708111=",
        "&take.708111=9999",
        "&take.708111=1&take.708111=2"
      })
  void whatIsNoNumberOfThingsReachesNobody(String fields) throws Exception {
    assertThat(narrow(fields).statusCode()).isEqualTo(400);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void eachOutcomeOfTakingLessHasItsPage() throws Exception {
    desk.narrowed = new NarrowOutcome.NothingLeft();
    assertThat(narrow("").body()).contains("Decline it instead");

    desk.narrowed = new NarrowOutcome.NotLess();
    assertThat(narrow("").statusCode()).isEqualTo(400);

    desk.narrowed = new NarrowOutcome.NotPending();
    assertThat(narrow("").statusCode()).isEqualTo(409);

    desk.narrowed = new NarrowOutcome.VendorSilent();
    assertThat(narrow("").statusCode()).isEqualTo(503);

    desk.narrowed =
        new NarrowOutcome.NoLongerPossible(List.of(new Violation.TooManyOpenProposals(5, 5)));
    assertThat(narrow("").body()).contains("This can no longer be bought", "Why there is no new");
  }

  private HttpResponse<String> narrow(String fields) throws Exception {
    return server.post(desk.path() + "/narrow", "digest=" + Sheets.DIGEST + fields);
  }

  @Test
  void whatIsGraveIsSaidAtTheTopAndWithNumbersBelow() throws Exception {
    assertThat(server.get(desk.path()).body())
        .containsSubsequence(
            "Look twice",
            "Price up 53.1 %.",
            "Confirm</button>",
            "What differs from your last order there",
            "53.1 % more",
            "1.92",
            "2.94 USD",
            "Milk, fresh, whole",
            "new",
            "What it does to your budgets",
            "Ships to",
            "What to look at",
            "Grave:",
            "2.94 USD each; you last paid 1.92 USD.",
            "It takes 88 % of what household/pantry has left this month: 13.21 USD of 15.00 USD.",
            "Proposed at 03:12; usual is 07:00 to 22:00.",
            "What is in it",
            "What the agent says");
  }

  @Test
  void anOrderLikeTheOthersLooksPlain() throws Exception {
    desk.sheet = Sheets.with(OrderSheet.Insight.NONE);

    assertThat(server.get(desk.path()).body())
        .contains("This is the first.")
        .doesNotContain("Look twice", "Grave", "What to look at", "class=\"high");
  }

  @Test
  void decliningIsOneTap() throws Exception {
    HttpResponse<String> answer = server.post(desk.path() + "/decline", "");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(desk.changes).containsExactly("decline other ");
  }

  @Test
  void aReasonOf280CharactersIsTakenAndOneMoreIsNot() throws Exception {
    String longest = "x".repeat(280);

    assertThat(decline(longest).statusCode()).isEqualTo(303);
    assertThat(decline(longest + "x").statusCode()).isEqualTo(400);
    assertThat(desk.changes).containsExactly("decline other " + longest);
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
    assertThat(server.post("/o/" + unknown + "/confirm", confirming()).body()).isEqualTo(expected);
    assertThat(server.post("/o/" + unknown + "/decline", "").statusCode()).isEqualTo(404);
    assertThat(server.post("/o/" + unknown + "/undo", "").statusCode()).isEqualTo(404);
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void noPagePrintsItsLocator() {
    assertThat(page(desk.locator, Sheets.NOW).toString()).doesNotContain(desk.locator.reveal());
  }

  private OrderPage page(Locator locator, Instant now) {
    return OrderPage.of(desk.sheet, locator, new Confirming(desk.ways, "", false), now);
  }

  private HttpResponse<String> confirm(String form) throws Exception {
    return server.post(desk.path() + "/confirm", form);
  }

  private HttpResponse<String> confirm(ConfirmOutcome outcome) throws Exception {
    desk.outcome = outcome;
    return server.post(desk.path() + "/confirm", confirming());
  }

  private HttpResponse<String> decline(String reason) throws Exception {
    return server.post(desk.path() + "/decline", "reason=" + reason);
  }
}
