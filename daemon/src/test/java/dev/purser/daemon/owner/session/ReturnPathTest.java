package dev.purser.daemon.owner.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/owner",
        "/owner/orders?q=eggs+%26+milk&state=&before=0193f2b4-0000-7000-8000-000000000000",
        "/owner/agents",
        "/finance?month=2026-12"
      })
  void aPathOfOursIsKept(String path) {
    assertThat(ReturnPath.of(path).path()).isEqualTo(path);
    assertThat(ReturnPath.to(URI.create("http://localhost:8480" + path)).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "/\\evil.example",
        "/owner/\\evil.example",
        "https://evil.example/owner",
        "javascript:alert(1)",
        "/owner\r\nSet-Cookie: a=b",
        "/owner#x",
        "/ownership",
        "/owner/%zz",
        "/owner/%",
        "/owner@evil.example",
        "owner",
        "/o/locator"
      })
  void whatIsNoneLeadsHome(String path) {
    assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.HOME);
  }
}
