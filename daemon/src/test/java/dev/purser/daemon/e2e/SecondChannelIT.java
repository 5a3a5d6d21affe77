package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.notices.Listener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The daemon as it is started, with a mail server that is down and a phone that is not. */
class SecondChannelIT {
  private final OsUsers users = OsUsers.ofThisMachine();

  @Test
  void whatTheMailServerDoesNotTakeIsOnTheOwnersPhone() throws Exception {
    try (Listener phone = new Listener();
        House house = House.open(users, HouseRules.usual())) {
      Path token = house.files().secret("ntfy-token");
      TestFiles.secret(token, "tk_of_the_test", users.daemon());
      tellBy(house, phone.at("/purchases"), token);
      house.budgetOf("100.00");
      house.mailbox().close();

      house.agent().addToCart("eggs", 1);
      house.agent().propose("eggs are nearly out");

      Listener.Heard heard = Eventually.get("a message", () -> phone.heard().stream().findFirst());
      JsonNode message = new ObjectMapper().readTree(heard.body());
      assertThat(heard.headers()).containsEntry("authorization", "Bearer tk_of_the_test");
      assertThat(message.path("topic").asText()).isEqualTo("purchases");
      assertThat(message.path("title").asText()).startsWith("Confirm ");
      assertThat(page(message.path("click").asText())).contains("Confirm this order?");
    }
  }

  private static void tellBy(House house, URI topic, Path token) {
    Path file = house.files().etc("purser.yml");
    String channel =
        "  channels: [{type: ntfy, url: \"%s\", tokenFile: %s}]%n".formatted(topic, token);
    TestFiles.write(file, TestFiles.read(file).replace("  gather: 0s", channel + "  gather: 0s"));
    house.restart();
  }

  private static String page(String link) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
