package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of every request and answer is only worth something if it can fail. */
final class StripeSpecTest {
  private static final String INTENTS = "/v1/payment_intents";

  private static List<String> posting(String body) {
    return StripeSpec.get().violations("POST", INTENTS, "", body);
  }

  private static List<String> getting(String query) {
    return StripeSpec.get().violations("GET", INTENTS, query, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount=500&currency=usd",
        "amount=500&currency=usd&off_session=true&confirm=true&capture_method=manual",
        "amount=500&currency=usd&off_session=recurring",
        "amount=500&currency=usd&payment_method_types[0]=card&metadata[purser_order]=12",
        "amount=500&currency=usd&metadata[any%20key]=true"
      })
  void rightRequestsPass(String body) {
    assertThat(posting(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount=500",
        "amount=5.00&currency=usd",
        "amount=five&currency=usd",
        "amount=500&currency=usd&price=500",
        "amount=500&currency=usd&confirm=yes",
        "amount=500&currency=usd&off_session=perhaps",
        "amount=500&currency=usd&capture_method=never",
        "amount=500&currency=usd&payment_method_types=card",
        "amount=500&currency=usd&metadata[a][b]=nested",
        "amount=500&currency=usd&shipping[planet]=mars"
      })
  void wrongRequestsAreReported(String body) {
    assertThat(posting(body)).isNotEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(posting("amount=500&currency=usd&capture_method=never"))
        .singleElement()
        .asString()
        .startsWith("POST /v1/payment_intents: /capture_method");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=100&customer=cus_1&created[gte]=12&expand[0]=data.latest_charge, 0",
    "created=12, 0",
    "limit=many, 1",
    "colour=red, 1",
    "created[since]=12, 0"
  })
  void queriesAreChecked(String query, int violations) {
    assertThat(getting(query)).hasSize(violations);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/payment_intents/pi_1/steal",
    "DELETE, /v1/payment_intents/pi_1",
    "GET, /v1/nothing"
  })
  void operationsThatDoNotExistAreReported(String method, String path) {
    assertThat(StripeSpec.get().violations(method, path, "", "")).isNotEmpty();
  }

  @Test
  void wrongAnswersAreReported() throws JsonProcessingException {
    ObjectNode intent =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    new FakePayments(Clock.systemUTC())
                        .create(FormBody.decode("amount=500&currency=usd&customer=cus_1"))
                        .body());
    assertThat(answering(intent)).isEmpty();
    assertThat(answering(intent.deepCopy().put("status", "done"))).isNotEmpty();
    assertThat(answering(intent.deepCopy().put("amount", "500"))).isNotEmpty();
    assertThat(answering(intent.deepCopy().putNull("amount"))).isNotEmpty();
    assertThat(answering(intent.deepCopy().put("latest_charge", 7))).isNotEmpty();
    assertThat(answering(intent.deepCopy().without("currency"))).isNotEmpty();
  }

  private static List<String> answering(ObjectNode intent) {
    return StripeSpec.get().violations("POST", INTENTS, 200, intent);
  }

  @Test
  void theFakeReportsAWrongRequest() throws Exception {
    try (FakeStripe stripe = FakeStripe.start()) {
      java.net.http.HttpClient.newHttpClient()
          .send(
              java.net.http.HttpRequest.newBuilder(stripe.baseUri().resolve(INTENTS))
                  .header("Authorization", "Bearer " + FakeStripe.KEY)
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString("amount=1&colour=red"))
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.discarding());

      assertThat(stripe.violations())
          .anyMatch(each -> each.contains("colour"))
          .anyMatch(each -> each.contains("currency"))
          .anyMatch(each -> each.contains("without an idempotency key"));
    }
  }
}
