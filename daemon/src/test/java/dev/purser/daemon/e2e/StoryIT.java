package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.e2e.CurlAgent.Answer;
import dev.purser.daemon.e2e.House.Pantry;
import dev.purser.daemon.owner.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What Purser is for, told from outside: an agent shops with curl as a user of its own, the owner
 * reads the mail and answers in a browser. Run by root the agent, the owner and the daemon are
 * three OS users with the wall between them; run by anybody else they are one, and only the tests
 * of the wall itself are left out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {
  private static final OsUsers USERS = OsUsers.ofThisMachine();
  private static final Browser BROWSER = new Browser();
  private static final Pantry UNTOUCHED = new Pantry("0.00", "0.00", "0.00");

  private static House houseOfTheLate;
  private static Answer orderNobodyAnswers;

  private House house;

  /** A link lives for a minute at least: it passes while the other stories are told. */
  @BeforeAll
  static void proposeWhatNobodyWillAnswer() {
    houseOfTheLate = House.open(USERS, HouseRules.usual().linkLifetime("1m"));
    houseOfTheLate.budgetOf("100.00");
    houseOfTheLate.agent().addToCart("eggs", 2);
    orderNobodyAnswers = houseOfTheLate.agent().propose("eggs are nearly out");
    assertThat(orderNobodyAnswers.at("/status")).isEqualTo("awaiting_confirmation");
  }

  @AfterEach
  void leave() {
    if (house != null) {
      house.close();
    }
  }

  @AfterAll
  static void tidyUp() {
    BROWSER.quit();
    houseOfTheLate.close();
  }

  @Test
  @Order(1)
  void anAgentProposesBreakfastAndTheOwnerBuysIt() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");

    CurlAgent agent = house.agent();
    assertThat(agent.addToCart("eggs", 2).at("/result")).isEqualTo("in_cart");
    assertThat(agent.addToCart("milk", 1).at("/result")).isEqualTo("in_cart");
    assertThat(agent.addToCart("coffee", 1).at("/cart/totals/0/total/value")).isEqualTo("16.15");

    Answer order = agent.propose("breakfast is nearly out");
    assertThat(order.at("/status")).isEqualTo("awaiting_confirmation");
    assertThat(order.at("/total/value")).isEqualTo("16.15");
    assertThat(house.pantry()).isEqualTo(new Pantry("16.15", "0.00", "0.00"));

    String letter = house.mailbox().letter(1);
    assertThat(letter).contains("16.15 USD", "Eggs, grade A, large", "breakfast is nearly out");
    assertThat(letterInTheOutbox()).contains(Mailbox.linkIn(letter));

    BROWSER.open(Mailbox.linkIn(letter));
    assertThat(BROWSER.text()).contains("Confirm this order?", "16.15 USD", "corner-store");
    confirm();
    assertThat(agent.await(order, "paid").at("/total/value")).isEqualTo("16.15");

    assertThat(house.pantry()).isEqualTo(new Pantry("0.00", "0.00", "16.15"));
    assertThat(house.owner("audit", "verify").at("/result").asText()).isEqualTo("intact");
    assertThat(story(order))
        .containsSubsequence(
            "order.proposed", "order.confirmed", "order.authorized", "order.placed", "order.paid");
    BROWSER.open(Mailbox.linkIn(letter));
    assertThat(BROWSER.text()).startsWith("Paid");
  }

  @Test
  @Order(2)
  void theLinkIsInNothingThatAnAgentCanSee() throws IOException {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    Answer order = house.agent().propose("eggs are nearly out");
    String letter = house.mailbox().letter(1);
    String locator = Mailbox.locatorIn(letter);
    BROWSER.open(Mailbox.linkIn(letter));
    String argumentsMeanwhile = argumentsOfAllProcesses();
    confirm();
    house.agent().await(order, "paid");

    assertThat(house.agent().heard()).contains(order.at("/order")).doesNotContain(locator);
    assertThat(argumentsMeanwhile + argumentsOfAllProcesses())
        .contains(house.files().configuration().toString())
        .doesNotContain(locator, House.PASSPHRASE);
    assertThat(TestFiles.read(house.files().var("purser.log")))
        .isNotEmpty()
        .doesNotContain(locator, House.PASSPHRASE);
    assertThat(TestFiles.read(house.files().console())).doesNotContain(locator, House.PASSPHRASE);
  }

  @Test
  @Order(3)
  void theAgentsUserReachesNothingButItsSocket() {
    assumeTrue(USERS.haveWall(), "not root: agent, owner and daemon are one user, without a wall");
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    house.agent().propose("eggs are nearly out");
    house.mailbox().letter(1);

    List<Path> secrets =
        List.of(
            TestFiles.in(house.files().var("database"), ".db").get(0),
            TestFiles.in(house.files().var("outbox"), ".eml").get(0),
            house.files().var("purser.log"),
            house.files().secret());
    assertThat(secrets)
        .allSatisfy(secret -> assertThat(secret).exists())
        .allSatisfy(
            secret ->
                assertThat(USERS.agent().command("cat", secret.toString()).run().err())
                    .contains("Permission denied"));
    assertThat(curlVerbosely(USERS.agent(), house.doors().control()).err())
        .contains("Permission denied");
    assertThat(house.purser(USERS.agent(), "budget", "show").exit()).isEqualTo(1);
    assertThat(curlVerbosely(USERS.owner(), house.doors().agent()).err())
        .contains("Permission denied");
    assertThat(curlVerbosely(OsUser.self(), house.doors().agent()).out())
        .as("root is no agent")
        .contains("agent-unknown");
  }

  @Test
  @Order(4)
  void declinedNothingIsBoughtAndTheBudgetIsBack() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    Answer order = house.agent().propose("eggs are nearly out");
    assertThat(house.pantry()).isEqualTo(new Pantry("5.88", "0.00", "0.00"));

    BROWSER.open(Mailbox.linkIn(house.mailbox().letter(1)));
    BROWSER.find("#decline summary").click();
    BROWSER.find("#reason").sendKeys("we have hens");
    BROWSER.press("#decline button");

    assertThat(BROWSER.text()).startsWith("Declined");
    assertThat(house.agent().askAfter(order).at("/status")).isEqualTo("declined");
    assertThat(house.pantry()).isEqualTo(UNTOUCHED);
  }

  @Test
  @Order(5)
  void oneCentOverBudgetIsDeniedWithTheNumbersAndTheLastCentIsSpendable() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("5.87");
    house.agent().addToCart("eggs", 2);

    Answer denied = house.agent().propose("eggs are nearly out");
    assertThat(denied.status()).isEqualTo(200);
    assertThat(denied.at("/status")).isEqualTo("denied");
    assertThat(denied.body().at("/violations")).hasSize(1);
    assertThat(denied.at("/violations/0/code")).isEqualTo("budget-exceeded");
    assertThat(denied.at("/violations/0/category")).isEqualTo("household/pantry");
    assertThat(denied.at("/violations/0/asked/value")).isEqualTo("5.88");
    assertThat(denied.at("/violations/0/available/value")).isEqualTo("5.87");
    assertThat(denied.at("/violations/0/resets_at"))
        .startsWith(House.thisMonth().plusMonths(1) + "-01T00:00:00");
    assertThat(house.pantry()).isEqualTo(UNTOUCHED);

    house.budgetOf("5.88");
    assertThat(house.agent().propose("eggs are nearly out").at("/status"))
        .isEqualTo("awaiting_confirmation");
    assertThat(house.pantry()).isEqualTo(new Pantry("5.88", "0.00", "0.00"));
  }

  @Test
  @Order(6)
  void aVendorThatIsNotOnTheListSellsNothing() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");

    Answer refused = house.agent().addToCart("eggs", 2, "greengrocer");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/code")).isEqualTo("vendor-not-allowed");
    assertThat(house.agent().propose("whatever is in the cart").at("/code"))
        .isEqualTo("cart-empty");
  }

  @Test
  @Order(7)
  void nobodyMayConfirmAboveTheApprovalLimit() {
    house = House.open(USERS, HouseRules.usual().approvalLimit("5.88 USD"));
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 3);

    Answer above = house.agent().propose("eggs for a cake");
    assertThat(above.at("/status")).isEqualTo("denied");
    assertThat(above.at("/violations/0/code")).isEqualTo("approval-limit-exceeded");
    assertThat(above.at("/violations/0/asked/value")).isEqualTo("8.82");
    assertThat(above.at("/violations/0/limit/value")).isEqualTo("5.88");

    house.agent().addToCart("eggs", 2);
    assertThat(house.agent().propose("eggs are nearly out").at("/status"))
        .isEqualTo("awaiting_confirmation");
  }

  @Test
  @Order(8)
  void aPriceThatMovedNeedsAYesOfItsOwnAtALinkOfItsOwn() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    Answer july = house.agent().propose("eggs are nearly out");
    String oldLink = Mailbox.linkIn(house.mailbox().letter(1));
    BROWSER.open(oldLink);

    house.files().stockUp(YearMonth.of(2022, 8));
    confirm();
    assertThat(BROWSER.text()).startsWith("The price has changed").contains("2.94", "3.12");
    Answer newest = house.agent().askAfter(july);
    assertThat(newest.at("/status")).isEqualTo("awaiting_confirmation");
    assertThat(newest.at("/order")).isNotEqualTo(july.at("/order"));
    assertThat(house.pantry()).isEqualTo(new Pantry("6.24", "0.00", "0.00"));

    BROWSER.open(oldLink);
    assertThat(BROWSER.text()).startsWith("Expired");
    assertThat(BROWSER.has("#confirm")).isFalse();

    Answer august = house.agent().propose("eggs are nearly out");
    assertThat(august.at("/order")).isEqualTo(newest.at("/order"));
    assertThat(august.at("/status")).isEqualTo("awaiting_confirmation");
    String newLink = Mailbox.linkIn(house.mailbox().letter(2));
    assertThat(newLink).isNotEqualTo(oldLink);
    BROWSER.open(newLink);
    assertThat(BROWSER.text()).contains("6.24 USD", "What changed");
    confirm();
    house.agent().await(august, "paid");
    assertThat(house.pantry()).isEqualTo(new Pantry("0.00", "0.00", "6.24"));
  }

  @Test
  @Order(9)
  void aYesCanBeTakenBackInTime() {
    house = House.open(USERS, HouseRules.usual().undoWindow("10m"));
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    Answer order = house.agent().propose("eggs are nearly out");
    BROWSER.open(Mailbox.linkIn(house.mailbox().letter(1)));
    confirm();
    assertThat(house.agent().askAfter(order).at("/status")).isEqualTo("confirmed");
    assertThat(house.pantry()).isEqualTo(new Pantry("0.00", "5.88", "0.00"));

    BROWSER.press("#undo button");

    house.agent().await(order, "undone");
    assertThat(house.pantry()).isEqualTo(UNTOUCHED);
    assertThat(TestFiles.in(house.files().var("orders"), "")).isEmpty();
  }

  @Test
  @Order(10)
  void aWrongPassphraseBuysNothing() {
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
    house.agent().addToCart("eggs", 2);
    Answer order = house.agent().propose("eggs are nearly out");
    BROWSER.open(Mailbox.linkIn(house.mailbox().letter(1)));

    confirm("correct horse battery stable");
    assertThat(BROWSER.text()).contains("That is not the passphrase.");
    assertThat(house.agent().askAfter(order).at("/status")).isEqualTo("awaiting_confirmation");
    assertThat(house.pantry()).isEqualTo(new Pantry("5.88", "0.00", "0.00"));

    confirm();
    house.agent().await(order, "paid");
  }

  @Test
  @Order(11)
  void whatNobodyAnsweredExpiresAndTheBudgetIsBack() {
    String link = Mailbox.linkIn(houseOfTheLate.mailbox().letter(1));

    houseOfTheLate.agent().await(orderNobodyAnswers, "expired");

    BROWSER.open(link);
    assertThat(BROWSER.text()).startsWith("Expired");
    assertThat(BROWSER.has("#confirm")).isFalse();
    assertThat(Eventually.get("the budget", houseOfTheLate::pantry, UNTOUCHED::equals))
        .isEqualTo(UNTOUCHED);
  }

  private static void confirm() {
    confirm(House.PASSPHRASE);
  }

  private static void confirm(String passphrase) {
    BROWSER.find("#passphrase").sendKeys(passphrase);
    BROWSER.pressOnceAlive("#confirm button");
  }

  private String letterInTheOutbox() {
    return TestFiles.read(TestFiles.in(house.files().var("outbox"), ".eml").get(0));
  }

  private List<String> story(Answer order) {
    JsonNode events = house.owner("order", "show", order.at("/order")).at("/story");
    return events.findValuesAsText("type");
  }

  private static Command.Ran curlVerbosely(OsUser user, Path socket) {
    return user.command(
            "curl",
            "--silent",
            "--verbose",
            "--unix-socket",
            socket.toString(),
            "http://purser/v1/propose-order")
        .run();
  }

  private static String argumentsOfAllProcesses() throws IOException {
    StringBuilder arguments = new StringBuilder();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.filter(Files::isReadable).toList()) {
        arguments.append(argumentsOf(process)).append('\n');
      }
    }
    return arguments.toString();
  }

  /** Nothing for what is no process, or has ended meanwhile. */
  private static String argumentsOf(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }
}
