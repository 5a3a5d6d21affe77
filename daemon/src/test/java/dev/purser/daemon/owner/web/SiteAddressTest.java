package dev.purser.daemon.owner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

  @Test
  void theDefaultPortMayBeNamedOrLeftOut() {
    SiteAddress site = site("https://Purser.example/");

    assertThat(site.origin()).isEqualTo("https://purser.example");
    assertThat(site.isHost("purser.example")).isTrue();
    assertThat(site.isHost("purser.example:443")).isTrue();
    assertThat(site.isHost("purser.example:80")).isFalse();
    assertThat(site.isHost(null)).isFalse();
    assertThat(site.isSecure()).isTrue();
  }

  @Test
  void anotherPortIsPartOfTheName() {
    SiteAddress site = site("http://localhost:8480");

    assertThat(site.origin()).isEqualTo("http://localhost:8480");
    assertThat(site.isHost("localhost:8480")).isTrue();
    assertThat(site.isHost("localhost")).isFalse();
    assertThat(site.isSecure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://purser.example",
        "purser.example",
        "https:///x",
        "https://purser.example/shop",
        "https://me@purser.example",
        "https://purser.example?x",
        "https://purser.example/#x"
      })
  void anythingElseIsNoBaseUrl(String url) {
    assertThatThrownBy(() -> site(url)).isInstanceOf(IllegalArgumentException.class);
  }

  private static SiteAddress site(String url) {
    return new SiteAddress(URI.create(url));
  }
}
