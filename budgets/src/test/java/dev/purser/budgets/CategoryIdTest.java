package dev.purser.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryIdTest {
  private static final String FORTY = "x".repeat(40);

  private static CategoryId category(String path) {
    return new CategoryId(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "household", "household/pantry", "a/b/c/d/e", "a-b/c--"})
  void pathsAreCategories(String path) {
    assertThat(category(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a/",
        "/a",
        "a//b",
        "A",
        "a b",
        "-a",
        "a/-b",
        "a/b/c/d/e/f",
        "ä",
        "a\n",
        "../a",
        "*"
      })
  void anythingElseIsNone(String path) {
    assertThatThrownBy(() -> category(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAndPathsHaveALongestLength() {
    assertThat(category(FORTY).path()).hasSize(40);
    assertThat(category(FORTY + "/" + FORTY + "/" + "x".repeat(18)).path()).hasSize(100);
    assertThatThrownBy(() -> category(FORTY + "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> category(FORTY + "/" + FORTY + "/" + "x".repeat(19)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ancestorsComeNarrowestFirst() {
    assertThat(category("a/b/c").withAncestors())
        .containsExactly(category("a/b/c"), category("a/b"), category("a"));
    assertThat(category("a").withAncestors()).containsExactly(category("a"));
  }

  @Test
  void categoryIsWithinItselfAndAllAboveIt() {
    assertThat(category("a/b").isWithin(category("a/b"))).isTrue();
    assertThat(category("a/b/c").isWithin(category("a"))).isTrue();
    assertThat(category("a").isWithin(category("a/b"))).isFalse();
  }

  @Test
  void sameBeginningIsNotWithin() {
    assertThat(category("ab").isWithin(category("a"))).isFalse();
    assertThat(category("a/bc").isWithin(category("a/b"))).isFalse();
  }
}
