package dev.purser.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "corner-store", "a123456789a123456789a123456789a123456789"})
  void lowerCaseNamesAreVendors(String name) {
    assertThat(new VendorId(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "A",
        "a b",
        "a/b",
        "a.b",
        "а",
        "a\n",
        "a123456789a123456789a123456789a123456789x"
      })
  void anythingElseIsNone(String name) {
    assertThatThrownBy(() -> new VendorId(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
