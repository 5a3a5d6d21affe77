package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner's pages, once signed in. */
@ExtendWith(HouseKeeper.class)
class SignedInPagesTest {

  @OnEachDatabase
  void homeShowsWhatWaitsAndTheLastOrders(House house) throws Exception {
    UUID paid = house.paid("milk", 2);
    UUID waits = house.awaiting("eggs", 1);
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      String home = pages.get("/owner").body();

      assertThat(home)
          .containsSubsequence("Waiting for you", "2.94 USD", "Last orders", "8.32 USD", "Paid")
          .contains("/owner/orders/" + waits + "/open", "/owner/orders/" + paid)
          .contains("Proposals in a week</dt><dd>2", "<dd>7.0 s</dd>", "0 % of 1");
    }
  }

  @OnEachDatabase
  void anExpiredOrderWaitsNoMoreAlthoughNobodySweptItUp(House house) throws Exception {
    UUID order = house.awaiting("eggs", 1);
    house.clock.pass(House.LIFETIME);
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(pages.get("/owner").body()).contains("Nothing waits for you", "Expired");
      assertThat(pages.post("/owner/orders/" + order + "/open", "").statusCode()).isEqualTo(409);
    }
  }

  @OnEachDatabase
  void theOwnersOwnLinkLeadsToTheOrdersPage(House house) throws Exception {
    UUID order = house.awaiting("eggs", 1);
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      HttpResponse<String> answer = pages.post("/owner/orders/" + order + "/open", "");

      assertThat(answer.statusCode()).isEqualTo(303);
      String path =
          answer
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .substring(pages.server.address().length());
      assertThat(path).matches("/o/[A-Za-z0-9_-]{43}");
      assertThat(pages.server.get(path).body()).contains("Confirm this order?", "2.94");
    }
  }

  @OnEachDatabase
  void ordersAreFoundByPayeeItemAgentAndNumber(House house) throws Exception {
    UUID eggs = house.awaiting("eggs", 1);
    house.add("eggs", 0);
    UUID milk = house.awaiting("milk", 1);
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(found(pages, "q=EGGS")).contains(eggs.toString()).doesNotContain(milk.toString());
      assertThat(found(pages, "q=corner")).contains(eggs.toString(), milk.toString());
      assertThat(found(pages, "q=pantry-ag")).contains(eggs.toString(), milk.toString());
      assertThat(found(pages, "q=" + milk)).contains(milk.toString() + "\"");
      // A word of the stored text that no person wrote, and what databases read as a pattern.
      assertThat(found(pages, "q=unit_price")).contains("No order is like that.");
      assertThat(found(pages, "q=%25")).contains("No order is like that.");
      assertThat(found(pages, "q=e__s")).contains("No order is like that.");
    }
  }

  @OnEachDatabase
  void theyAreToldApartByState(House house) throws Exception {
    UUID paid = house.paid("milk", 1);
    UUID waits = house.awaiting("eggs", 1);
    UUID denied = UUID.fromString(house.propose("hammer", 1).order());
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(found(pages, "state=paid"))
          .contains(paid.toString())
          .doesNotContain(waits.toString());
      assertThat(found(pages, ""))
          .contains(paid.toString(), waits.toString())
          .doesNotContain(denied.toString());
      assertThat(found(pages, "state=denied"))
          .contains(denied.toString())
          .doesNotContain(paid.toString());
      assertThat(pages.get("/owner/orders?state=nonsense").statusCode()).isEqualTo(400);
      assertThat(pages.get("/owner/orders?q=" + "x".repeat(101)).statusCode()).isEqualTo(400);
      assertThat(pages.get("/owner/orders?before=nonsense").statusCode()).isEqualTo(400);
    }
  }

  @OnEachDatabase
  void theReceiptTellsAllThatHappened(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      UUID order = house.awaiting("eggs", 2);
      house.confirm(order, pages.phone.sign(pages.owner().challenge(order)));
      house.pay();
      house.clock.pass(House.UNDO_WINDOW);
      house.pay();

      assertThat(pages.get("/owner/orders/" + order).body())
          .containsSubsequence(
              "Paid",
              "corner-store",
              "5.88 USD",
              "Ships to",
              "5.88 USD</span> can be refunded",
              "Proposed",
              "by <bdi>pantry-agent",
              "You were told",
              "Confirmed",
              "by <bdi>you",
              "The money was reserved",
              "The vendor took the order",
              "Paid",
              "Confirmed by passkey",
              "purser mandate export " + order);
    }
  }

  /** Whoever has the link can type one, and is not the owner for that. */
  @OnEachDatabase
  void aWrongProofIsNobodysInTheReceipt(House house) throws Exception {
    UUID order = house.awaiting("eggs", 1);
    house.confirm(house.link(order), house.order(order).digest(), "guess");
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(pages.get("/owner/orders/" + order).body())
          .contains("A passphrase was typed")
          .doesNotContain("by <bdi>you");
    }
  }

  @OnEachDatabase
  void oneTapTakesTheYesBackUntilTheWindowCloses(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      UUID order = house.awaiting("eggs", 1);
      house.confirm(order, pages.phone.sign(pages.owner().challenge(order)));
      house.pay();
      house.clock.pass(House.UNDO_WINDOW.minus(Duration.ofMillis(1)));

      assertThat(pages.get("/owner/orders/" + order).body()).contains("You can take it back until");
      assertThat(pages.post("/owner/orders/" + order + "/undo", "").statusCode()).isEqualTo(303);
      assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
      assertThat(pages.post("/owner/orders/" + order + "/undo", "").statusCode()).isEqualTo(409);
    }
  }

  @OnEachDatabase
  void moneyComesBackForAPasskeyThatSignedThisVeryAmount(House house) throws Exception {
    UUID order = house.paid("milk", 2);
    String path = "/owner/orders/" + order + "/refund";
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      String form = "amount=3.00";
      HttpResponse<String> answer = pages.post(path, form + pages.signed(path, form, pages.phone));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(house.state(order)).isEqualTo(OrderState.PARTLY_REFUNDED);
      assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 0.00 / 5.32");
      assertThat(pages.get("/owner/orders/" + order).body())
          .contains("5.32 USD</span> can be refunded", "A part came back");
      assertThat(house.kept()).contains("\"actor\":\"user:owner\"", "refund.announced");
    }
  }

  @OnEachDatabase
  void nothingComesBackWithoutThatSignature(House house) throws Exception {
    UUID order = house.paid("milk", 2);
    UUID another = house.paid("eggs", 2);
    String path = "/owner/orders/" + order + "/refund";
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      String one = pages.signed(path, "amount=1.00", pages.phone);
      String two = pages.signed(path, "amount=1.00", pages.phone);
      String strangers =
          pages.signed(path, "amount=1.00", new SoftAuthenticator(pages.server.address()));
      String elsewhere =
          pages.signed("/owner/orders/" + another + "/refund", "amount=1.00", pages.phone);
      String signIn = pages.signed("/owner/sign-in", "", pages.phone);

      assertThat(pages.post(path, "amount=1.00").statusCode()).isEqualTo(400);
      assertThat(pages.post(path, "amount=2.00" + one).statusCode()).isEqualTo(403);
      assertThat(pages.post(path, "amount=1.00" + strangers).statusCode()).isEqualTo(403);
      assertThat(pages.post(path, "amount=1.00" + elsewhere).statusCode()).isEqualTo(403);
      assertThat(pages.post(path, "amount=1.00" + signIn).statusCode()).isEqualTo(403);
      assertThat(pages.post(path, "amount=1.00&passphrase=two+eggs+and+a+canary").statusCode())
          .isEqualTo(403);
      assertThat(house.state(order)).isEqualTo(OrderState.PAID);

      assertThat(pages.post(path, "amount=1.00" + two).statusCode()).isEqualTo(303);
      assertThat(pages.post(path, "amount=1.00" + two).statusCode()).isEqualTo(403);
    }
  }

  @OnEachDatabase
  void noMoreIsRefundedThanIsLeft(House house) throws Exception {
    UUID order = house.paid("milk", 1);
    String path = "/owner/orders/" + order + "/refund";
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      for (String amount : new String[] {"4.17", "0.00", "-1.00", "4e0", "", "1.234"}) {
        assertThat(pages.post(path, "amount=" + amount + "&passphrase=x").statusCode())
            .as(amount)
            .isEqualTo(400);
        assertThat(pages.post(path + "/challenge", "amount=" + amount).statusCode()).isEqualTo(409);
      }
      String form = "amount=4.16";
      assertThat(pages.post(path, form + pages.signed(path, form, pages.phone)).statusCode())
          .isEqualTo(303);
      assertThat(house.state(order)).isEqualTo(OrderState.REFUNDED);
    }
  }

  @OnEachDatabase
  void anAgentIsEndedInOneTap(House house) throws Exception {
    UUID order = house.awaiting("eggs", 1);
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(pages.get("/owner/agents").body()).contains("pantry-agent", "1 waiting", "active");

      HttpResponse<String> answer = pages.post("/owner/agents/pantry-agent/revoke", "");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(house.state(order)).isEqualTo(OrderState.DECLINED);
      assertThat(pages.get("/owner/agents").body()).contains("revoked", "0 waiting");
      assertThat(pages.post("/owner/agents/nobody/revoke", "").statusCode()).isEqualTo(404);
    }
  }

  @OnEachDatabase
  void anAlteredOrderIsNamedAndHidesNoOther(House house) throws Exception {
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 1);
    house.alter(
        "update orders set requisition = replace(requisition, 'eggs', 'gold') where id = '%s'"
            .formatted(eggs));
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(found(pages, "")).contains(milk.toString(), "1 left out");
      HttpResponse<String> answer = pages.get("/owner/orders/" + eggs);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("This order was altered");
    }
  }

  @OnEachDatabase
  void whatIsNoOrderIsNotFound(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      assertThat(pages.get("/owner/orders/nonsense").statusCode()).isEqualTo(404);
      assertThat(pages.get("/owner/orders/" + new UUID(1, 1)).statusCode()).isEqualTo(404);
    }
  }

  private static String found(SignedInHouse pages, String query) throws Exception {
    return pages.get("/owner/orders?" + query).body();
  }
}
