package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeConfigTest {
  private static final ObjectMapper YAML = Jackson.newObjectMapper(new YAMLFactory());

  @Test
  void aConfigurationIsRead() throws JsonProcessingException {
    StripeConfig config =
        YAML.readValue(
            """
            apiKeyFile: /etc/purser/stripe.key
            customer: cus_owner
            paymentMethod: pm_card
            connectTimeout: 2s
            readTimeout: 500ms
            """,
            StripeConfig.class);

    assertThat(config)
        .isEqualTo(
            new StripeConfig(
                Path.of("/etc/purser/stripe.key"),
                "cus_owner",
                "pm_card",
                Duration.seconds(2),
                Duration.milliseconds(500)));
  }

  @Test
  void timeOutsMayBeLeftOut() throws JsonProcessingException {
    StripeConfig config =
        YAML.readValue(
            "{apiKeyFile: /k, customer: cus_owner, paymentMethod: pm_card}", StripeConfig.class);

    assertThat(config.connectTimeout()).isEqualTo(Duration.seconds(5));
    assertThat(config.readTimeout()).isEqualTo(Duration.seconds(60));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{customer: cus_owner, paymentMethod: pm_card}",
        "{apiKeyFile: /k, paymentMethod: pm_card}",
        "{apiKeyFile: /k, customer: cus_owner}",
        "{apiKeyFile: /k, customer: cus_owner, paymentMethod: pm_card, readTimeout: 0s}",
        "{apiKeyFile: /k, customer: cus_owner, paymentMethod: pm_card, readTimeout: 301s}",
        "{apiKeyFile: /k, customer: cus_owner, paymentMethod: pm_card, connectTimeout: 61s}"
      })
  void aConfigurationWithAHoleIsRefused(String yaml) {
    assertThatThrownBy(() -> YAML.readValue(yaml, StripeConfig.class))
        .hasMessageContaining("stripe.");
  }

  @Test
  void aKeyInTheWrongPlaceIsNotQuoted() {
    assertThatThrownBy(() -> new StripeConfig(Path.of("/k"), FakeStripe.KEY, "pm_card", null, null))
        .hasMessageContaining("stripe.customer")
        .hasMessageNotContaining(FakeStripe.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://stripe.test", "http://127.0.0.1.evil.test", "ftp://127.0.0.1", "stripe"})
  void theKeyDoesNotTravelInTheClear(String apiBase, @TempDir Path directory) {
    StripeConfig config = FakeStripe.config(directory, "pm_card", Duration.seconds(1));

    assertThatThrownBy(() -> StripeClients.at(URI.create(apiBase), config))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
