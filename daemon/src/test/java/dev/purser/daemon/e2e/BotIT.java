package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.e2e.CurlAgent.Answer;
import dev.purser.daemon.owner.Bot;
import dev.purser.daemon.owner.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A mail program that opens every link, and presses all that it finds there, buys nothing. */
class BotIT {
  private static final Set<String> WITHOUT_A_YES =
      Set.of("awaiting_confirmation", "declined", "expired", "denied");
  private static final int MAX_ROUNDS = 12;

  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @Test
  void noLinkAndNoButtonConfirms() {
    try (House house = House.open(OsUsers.ofThisMachine(), HouseRules.usual())) {
      house.budgetOf("150.00");
      Bot bot = new Bot(BROWSER, "hunter2 hunter2");
      boolean isNews = true;
      for (int round = 1; isNews && round <= MAX_ROUNDS; round++) {
        house.agent().addToCart("eggs", round);
        Answer order = house.agent().propose("round " + round);
        if (!order.at("/status").equals("awaiting_confirmation")) {
          break;
        }
        isNews = bot.roam(Mailbox.linkIn(house.mailbox().letter(round)));
        assertThat(statesOf(house)).isSubsetOf(WITHOUT_A_YES);
      }

      assertThat(bot.pressed())
          .anyMatch(each -> each.startsWith("/o/* Confirm"))
          .anyMatch(each -> each.startsWith("/o/* Decline"))
          .contains("/o/* Freeze all");
      assertThat(statesOf(house)).isSubsetOf(WITHOUT_A_YES);
      assertThat(house.pantry().committed()).isEqualTo("0.00");
      assertThat(house.pantry().spent()).isEqualTo("0.00");
    }
  }

  /** So that the other test proves something: all it lacks is what the owner knows. */
  @Test
  void withThePassphraseTheSameBotWouldBuy() {
    try (House house = House.open(OsUsers.ofThisMachine(), HouseRules.usual())) {
      house.budgetOf("150.00");
      house.agent().addToCart("eggs", 1);
      house.agent().propose("eggs are nearly out");

      new Bot(BROWSER, House.PASSPHRASE).roam(Mailbox.linkIn(house.mailbox().letter(1)));

      assertThat(house.pantry().held()).isEqualTo("0.00");
      assertThat(statesOf(house)).doesNotContainAnyElementsOf(WITHOUT_A_YES);
    }
  }

  private static List<String> statesOf(House house) {
    List<String> states = new ArrayList<>();
    for (JsonNode order : house.owner("order", "list")) {
      states.add(order.path("state").asText());
    }
    assertThat(states).isNotEmpty();
    return states;
  }
}
