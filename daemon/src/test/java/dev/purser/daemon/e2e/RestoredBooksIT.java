package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.e2e.CurlAgent.Answer;
import org.junit.jupiter.api.Test;

/** An old database that is put back does not forget what was confirmed since. */
class RestoredBooksIT {
  @Test
  void theDaemonStartsFrozen() {
    try (House house = House.open(OsUsers.ofThisMachine(), HouseRules.usual())) {
      house.budgetOf("100.00");
      house.stop();
      copy(house, "database", "old");
      house.restart();
      house.agent().addToCart("eggs", 1);
      assertThat(house.agent().propose("eggs").at("/status")).isEqualTo("awaiting_confirmation");
      house.stop();

      copy(house, "old", "database");
      house.restart();

      house.agent().addToCart("eggs", 1);
      Answer answer = house.agent().propose("eggs, again");
      assertThat(answer.at("/status")).isEqualTo("denied");
      assertThat(answer.at("/violations/0/code")).isEqualTo("agent-frozen");
      assertThat(house.owner("agent", "list").at("/0/standing").asText()).isEqualTo("frozen");
    }
  }

  private static void copy(House house, String from, String to) {
    String copy = "rm -rf '%2$s' && cp -a '%1$s' '%2$s'";
    Command.of("sh", "-c", copy.formatted(house.files().var(from), house.files().var(to)))
        .run()
        .orFail();
  }
}
