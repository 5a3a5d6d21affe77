package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.database.TestPostgres;
import dev.purser.daemon.e2e.CurlAgent.Answer;
import dev.purser.daemon.e2e.House.Pantry;
import dev.purser.daemon.owner.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The story in short, with the books in PostgreSQL. */
class PostgresStoryIT {
  private final Browser browser = new Browser();
  private final House house =
      House.open(
          OsUsers.ofThisMachine(), HouseRules.usual().postgres(TestPostgres.emptyDatabase().url()));

  @AfterEach
  void leave() {
    browser.quit();
    house.close();
  }

  @Test
  void breakfastIsBoughtWithTheBooksInPostgres() {
    house.budgetOf("16.15");
    house.agent().addToCart("eggs", 2);
    house.agent().addToCart("milk", 1);
    house.agent().addToCart("coffee", 1);
    Answer order = house.agent().propose("breakfast is nearly out");
    assertThat(house.pantry()).isEqualTo(new Pantry("16.15", "0.00", "0.00"));

    browser.open(Mailbox.linkIn(house.mailbox().letter(1)));
    browser.find("#passphrase").sendKeys(House.PASSPHRASE);
    browser.pressOnceAlive("#confirm button");

    house.agent().await(order, "paid");
    assertThat(house.pantry()).isEqualTo(new Pantry("0.00", "0.00", "16.15"));
    assertThat(house.owner("audit", "verify").at("/result").asText()).isEqualTo("intact");
    assertThat(TestFiles.in(house.files().var("database"), "")).isEmpty();
  }
}
