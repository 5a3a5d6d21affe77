package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.Axe;
import dev.purser.daemon.owner.Browser;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** Signing in and what is behind it, in a real browser with a passkey. */
@ExtendWith(HouseKeeper.class)
class SignInInBrowserTest {
  private static final Browser BROWSER = new Browser();

  private @Nullable VirtualAuthenticator authenticator;

  @AfterEach
  void remove() {
    if (authenticator != null) {
      BROWSER.remove(authenticator);
    }
    BROWSER.forgetCookies();
  }

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @OnEachDatabase
  void theOwnerSignsInLooksAroundRefundsAndSignsOut(House house) throws Exception {
    UUID paid = house.paid("milk", 2);
    house.awaiting("eggs", 1);
    try (SignedInHouse pages = enrolled(house)) {
      BROWSER.open(pages.server.address() + "/owner/orders/" + paid);
      assertThat(BROWSER.text()).startsWith("Sign in");
      BROWSER.pressOnceAlive("#sign-in button");
      assertThat(BROWSER.text()).startsWith("Paid");
      BROWSER.picture("receipt-phone");
      assertThat(Axe.violationsOf(BROWSER)).isEmpty();

      BROWSER.find("#amount").clear();
      BROWSER.find("#amount").sendKeys("3.00");
      BROWSER.pressOnceAlive("#refund button");
      assertThat(BROWSER.text()).startsWith("Partly refunded");
      assertThat(house.state(paid)).isEqualTo(OrderState.PARTLY_REFUNDED);

      BROWSER.press(".rooms a[href='/owner']");
      assertThat(BROWSER.text()).startsWith("Waiting for you");
      BROWSER.picture("home-phone");
      assertThat(Axe.violationsOf(BROWSER)).isEmpty();
      BROWSER.press(".rooms a[href='/owner/agents']");
      BROWSER.picture("agents-phone");
      assertThat(Axe.violationsOf(BROWSER)).isEmpty();
      BROWSER.press(".rooms a[href='/owner/orders']");
      BROWSER.picture("orders-phone");
      assertThat(Axe.violationsOf(BROWSER)).isEmpty();
      BROWSER.press(".rooms button");
      assertThat(BROWSER.text()).startsWith("Sign in");
      BROWSER.open(pages.server.address() + "/owner");
      assertThat(BROWSER.text()).startsWith("Sign in");
    }
  }

  @OnEachDatabase
  void withoutVerifyingTheUserNobodyIsSignedIn(House house) throws Exception {
    try (SignedInHouse pages = enrolled(house)) {
      authenticator().setUserVerified(false);

      BROWSER.open(pages.server.address() + "/owner");
      BROWSER.clickOnceAlive("#sign-in button");
      BROWSER.awaitText("#sign-in [role=alert]", "Nothing was signed.");

      BROWSER.open(pages.server.address() + "/owner");
      assertThat(BROWSER.text()).startsWith("Sign in");
    }
  }

  @OnEachDatabase
  void anotherPasskeyIsNotEvenAsked(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(new SoftAuthenticator(pages.server.address()));
      authenticator = BROWSER.authenticator(true);

      BROWSER.open(pages.server.address() + "/owner");
      BROWSER.clickOnceAlive("#sign-in button");
      BROWSER.awaitText("#sign-in [role=alert]", "Nothing was signed.");
    }
  }

  private SignedInHouse enrolled(House house) throws Exception {
    SignedInHouse pages = new SignedInHouse(house, false);
    authenticator = BROWSER.authenticator(true);
    BROWSER.sized(360, 640).open(pages.server.address() + "/owner/enrol");
    BROWSER.find("#code").sendKeys(pages.owner().code().reveal());
    BROWSER.find("#label").sendKeys("phone");
    BROWSER.pressOnceAlive("#enrol button");
    assertThat(BROWSER.text()).contains("Passkey added");
    return pages;
  }

  private VirtualAuthenticator authenticator() {
    return Objects.requireNonNull(authenticator);
  }
}
