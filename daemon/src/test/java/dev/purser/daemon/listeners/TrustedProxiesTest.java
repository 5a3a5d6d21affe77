package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word counts on who asks: a real request through the owner's door. */
class TrustedProxiesTest {
  private static final String WORDS =
      """
      X-Forwarded-For: 203.0.113.7
      X-Forwarded-Proto: https
      X-Forwarded-Host: purser.example
      """;
  private static final String FORWARDED =
      "Forwarded: for=203.0.113.7;proto=https;host=purser.example\n";

  @ParameterizedTest
  @ValueSource(strings = {WORDS, FORWARDED})
  void aNamedProxyIsBelieved(String words) throws Exception {
    assertThat(seen(List.of("127.0.0.1"), words)).startsWith("203.0.113.7 https purser.example ");
  }

  @ParameterizedTest
  @ValueSource(strings = {WORDS, FORWARDED, WORDS + FORWARDED})
  void nobodyElseIsAndTheirWordsDoNotEvenArrive(String words) throws Exception {
    assertThat(seen(List.of(), words)).isEqualTo("127.0.0.1 http x null");
    assertThat(seen(List.of("192.0.2.1", "::1"), words)).isEqualTo("127.0.0.1 http x null");
  }

  @Test
  void aNamedProxyThatSaysNothingIsTheOneWhoAsks() throws Exception {
    assertThat(seen(List.of("127.0.0.1"), "")).isEqualTo("127.0.0.1 http x null");
  }

  @Test
  void namesAreNoAddresses() {
    assertThatThrownBy(() -> TrustedProxies.address("localhost"))
        .hasMessageContaining("must be addresses such as 127.0.0.1, not 'localhost'");
    assertThat(TrustedProxies.address("2001:db8::1").getHostAddress()).contains("2001:db8");
  }

  private static String seen(List<String> trusted, String words) throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory())) {
      doors.owner = new OwnerDoor(null, 0, null, trusted);
      doors.start();
      String request =
          RawHttp.request("GET", "/owner-ping/seen")
              .replace("Host: x\r\n", "Host: x\r\n" + words.replace("\n", "\r\n"));
      return RawHttp.send(doors.ownerPort(), request).body();
    }
  }
}
