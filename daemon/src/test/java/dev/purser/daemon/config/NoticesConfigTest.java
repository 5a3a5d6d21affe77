package dev.purser.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.purser.daemon.notices.Channel;
import io.dropwizard.jackson.Jackson;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesConfigTest {
  private static final ObjectMapper YAML = Jackson.newObjectMapper(new YAMLFactory());

  @Test
  void channelsAreTriedAsTheyAreListedAndTheMailServerFirst() throws Exception {
    NoticesConfig config =
        read(
            """
            channels:
              - {type: webhook, url: "http://localhost:9/x", secretFile: /k}
              - {type: smtp, host: other.example.org, port: 465, from: a@b.example, tls: TLS}
              - {type: ntfy, url: "https://ntfy.example.org/t", tokenFile: /t}
            smtp: {host: mail.example.org, port: 587, from: a@b.example}
            """);

    assertThat(config.channels())
        .extracting(Channel::sentence)
        .containsExactly(
            "mail through mail.example.org",
            "a webhook at localhost",
            "mail through other.example.org",
            "ntfy at ntfy.example.org");
    assertThat(config.secretFiles()).extracting(Object::toString).containsExactly("/k", "/t");
  }

  @Test
  void withoutAKeyThereIsNoChannelAndNoQuietHour() {
    assertThat(NoticesConfig.DEFAULTS.channels()).isEmpty();
    assertThat(NoticesConfig.DEFAULTS.night()).isEmpty();
    assertThat(NoticesConfig.DEFAULTS.insistAfter().toHours()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{type: ntfy}',                                                'ntfy.url'",
    "'{type: ntfy, url: \"http://ntfy.example.org/t\"}',            'https://'",
    "'{type: webhook, url: \"https://x.example.org\"}',             'webhook.secretFile'",
    "'{type: webhook, url: \"https://x.example.org\", secret: x}',  'secret'",
    "'{type: pigeon}',                                              'pigeon'",
    "'{url: \"https://x.example.org\"}',                            'type'"
  })
  void channelThatCannotWorkIsRefused(String channel, String because) {
    assertThatThrownBy(() -> read("channels: [" + channel + "]")).hasMessageContaining(because);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{from: 22:00, to: 07:00}", "{from: \"22:00\", to: \"07:00\"}"})
  void timesMayBeQuotedOrNot(String hours) throws Exception {
    assertThat(read("quietHours: " + hours).night())
        .contains(new NightConfig(LocalTime.of(22, 0), LocalTime.of(7, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{from: 22:00}",
        "{from: 22:00, to: 22:00}",
        "{from: 24:00, to: 7}",
        "{from: 9 pm}"
      })
  void hoursThatAreNoneAreRefused(String hours) {
    assertThatThrownBy(() -> read("quietHours: " + hours)).hasMessageContaining("quietHours");
  }

  private static NoticesConfig read(String yaml) throws Exception {
    return YAML.readValue(yaml, NoticesConfig.class);
  }
}
