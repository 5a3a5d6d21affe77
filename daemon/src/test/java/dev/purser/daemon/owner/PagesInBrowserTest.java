package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.finance.FakeBook;
import dev.purser.daemon.finance.FinanceResource;
import dev.purser.daemon.finance.SignIn;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: what a header does to a form, only a browser shows. */
class PagesInBrowserTest {
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 640;

  private static final Browser BROWSER = new Browser();

  private final FakeDesk desk = new FakeDesk();
  private final FakeBook book = new FakeBook();
  private final PageServer server;

  PagesInBrowserTest() throws Exception {
    Clock clock = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);
    Sessions sessions = new Sessions(clock, new SecureRandom(), session -> true);
    SignIn signIn =
        passphrase -> passphrase.equals("right one") ? new SignIn.Proven() : new SignIn.Wrong(4);
    OwnerClock ownerClock = new OwnerClock(Sheets.ZONE);
    server =
        new PageServer(
            site ->
                List.of(
                    new OwnerResource(ReadPages.of(desk, site.pages(), clock)),
                    new FinanceResource(book, signIn, sessions, site, ownerClock)));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @Test
  void payeeTotalAndBothAnswersAreInAPhonesFirstScreen() throws Exception {
    phone().open(order());

    assertThat(BROWSER.bottomOf("#payee, .origin, #total, #confirm button, #decline button"))
        .isLessThanOrEqualTo(PHONE_HEIGHT);
    BROWSER.picture("order-phone");
  }

  @Test
  void theyAreStillThereAfterAWrongPassphrase() throws Exception {
    desk.outcome = new ConfirmOutcome.WrongProof(2);
    phone().open(order());
    confirm();

    assertThat(BROWSER.text()).contains("That is not the passphrase. 2 attempts left.");
    assertThat(BROWSER.bottomOf("#payee, .origin, #total, #confirm button, #decline button"))
        .isLessThanOrEqualTo(PHONE_HEIGHT);
    BROWSER.picture("wrong-passphrase-phone");
  }

  @Test
  void nothingThatAStrangerWritesWidensThePage() throws Exception {
    desk.sheet = Sheets.hostile();
    phone().open(order());

    assertThat(BROWSER.widthBeyondScreen()).isZero();
    assertThat(BROWSER.bottomOf("#total, #confirm button, #decline button"))
        .isLessThanOrEqualTo(PHONE_HEIGHT);
    BROWSER.picture("hostile-phone");
  }

  @ParameterizedTest
  @CsvSource({"360, 640, phone", "1280, 800, desk"})
  void aYesInABrowserReachesTheDeskAndShowsTheOrderPaid(int width, int height, String size)
      throws Exception {
    BROWSER.sized(width, height).open(order());
    BROWSER.picture("order-" + size);
    desk.onConfirm = () -> desk.sheet = Sheets.in(OrderState.PAID);
    confirm();

    assertThat(desk.changes).containsExactly("confirm " + Sheets.DIGEST + " my passphrase");
    assertThat(BROWSER.text()).startsWith("Paid");
    BROWSER.picture("paid-" + size);
  }

  @ParameterizedTest
  @CsvSource({"360, 640, phone", "1280, 800, desk"})
  void aChangedPriceIsShown(int width, int height, String size) throws Exception {
    desk.outcome =
        new ConfirmOutcome.Replaced(Sheets.differences(), Locator.random(new SecureRandom()));
    BROWSER.sized(width, height).open(order());
    confirm();

    assertThat(BROWSER.text()).startsWith("The price has changed");
    BROWSER.picture("replaced-" + size);
  }

  @Test
  void decliningInABrowserReachesTheDesk() {
    phone().open(order());
    BROWSER.find("#decline summary").click();
    BROWSER.find("#reason").sendKeys("too dear");
    BROWSER.press("#decline [value=too-expensive]");

    assertThat(desk.changes).containsExactly("decline too-expensive too dear");
  }

  @ParameterizedTest
  @CsvSource({"360, 640, phone", "1280, 800, desk"})
  void anAmountIsSetInABrowser(int width, int height, String size) throws Exception {
    BROWSER.sized(width, height).open(server.address() + "/finance?month=2026-12");
    BROWSER.find("#passphrase").sendKeys("right one");
    BROWSER.press("button");
    BROWSER.find("#category").sendKeys("household/pantry");
    BROWSER.find("#amount").sendKeys("4e2");
    BROWSER.press(".set button");
    assertThat(BROWSER.text()).contains("Write the amount like 400.00");
    assertThat(BROWSER.widthBeyondScreen()).isZero();
    BROWSER.picture("finance-mistyped-" + size);

    BROWSER.find("#amount").clear();
    BROWSER.find("#amount").sendKeys("400.00");
    BROWSER.press(".set button");

    assertThat(book.settings()).containsExactly("household/pantry 2026-12 400.00 USD by finance: ");
    BROWSER.picture("finance-" + size);
  }

  private Browser phone() {
    return BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT);
  }

  private String order() {
    return server.address() + desk.path();
  }

  private static void confirm() {
    BROWSER.find("#passphrase").sendKeys("my passphrase");
    BROWSER.pressOnceAlive("#confirm button");
  }
}
