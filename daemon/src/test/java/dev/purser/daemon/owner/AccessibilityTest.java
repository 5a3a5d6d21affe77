package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 AA, as far as a machine can tell, on every page. */
class AccessibilityTest {
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 640;
  private static final int TABS = 25;

  /** But links in running text, which are as high as their line. */
  private static final String SMALL_TARGETS =
      """
      [...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
        .filter((each) => each.checkVisibility() && !each.closest("p:not(:has(> .button))"))
        .map((each) => [each, each.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24)
        .map(([each, box]) => each.outerHTML + box.width + "x" + box.height)
      """;

  private static final String FOREIGN_RESOURCES =
      """
      performance.getEntriesByType("resource").map((each) => each.name)
        .filter((name) => !name.startsWith(location.origin + "/"))
      """;

  private static final String FOCUS =
      """
      (() => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        return at === document.body ? "" : at.tagName + " " + style.outlineStyle
          + " " + parseInt(style.outlineWidth);
      })()
      """;

  private static final Browser BROWSER = new Browser();

  private final Gallery gallery;

  AccessibilityTest() throws Exception {
    gallery = new Gallery();
  }

  @AfterEach
  void close() throws Exception {
    gallery.close();
  }

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @ParameterizedTest
  @CsvSource({"360, 640, light", "360, 640, dark", "1280, 800, light", "1280, 800, dark"})
  void axeFindsNothingOnAnyPage(int width, int height, String scheme) throws Exception {
    assumeTrue(Axe.isThere(), "npm could not bring axe");
    Axe axe = new Axe();
    BROWSER.sized(width, height).preferring(scheme);
    List<String> violations = new ArrayList<>();
    for (String name : gallery.names()) {
      gallery.open(BROWSER, name);
      axe.violations(BROWSER).forEach(each -> violations.add(name + ": " + each));
    }

    assertThat(violations).isEmpty();
  }

  @Test
  void everyTargetIsLargeEnoughForAThumbAndNothingComesFromElsewhere() {
    BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT);
    for (String name : gallery.names()) {
      gallery.open(BROWSER, name);
      assertThat((List<?>) BROWSER.evaluate(SMALL_TARGETS)).as(name).isEmpty();
      assertThat((List<?>) BROWSER.evaluate(FOREIGN_RESOURCES)).as(name).isEmpty();
      assertThat(BROWSER.widthBeyondScreen()).as(name).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "with a passphrase", "dear", "plain", "hostile"})
  void payeeTotalAndAllAnswersAreInAPhonesFirstScreen(String name) {
    BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT);
    gallery.open(BROWSER, name);
    BROWSER.run("document.querySelectorAll('details').forEach((each) => (each.open = false))");

    assertThat(BROWSER.bottomOf("#payee, .origin, #total, .primary, #decline button"))
        .isLessThanOrEqualTo(PHONE_HEIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiting", "with a passphrase", "a month", "/still/enrol"})
  void whereTheKeyboardIsCanBeSeen(String name) {
    BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT);
    gallery.open(BROWSER, name);
    List<String> visited = new ArrayList<>();
    for (int tab = 0; tab < TABS; tab++) {
      BROWSER.tab();
      visited.add(String.valueOf(BROWSER.evaluate(FOCUS)));
    }

    assertThat(visited.stream().filter(each -> !each.isEmpty()))
        .hasSizeGreaterThan(3)
        .allMatch(each -> each.matches("\\w+ solid [2-9]"));
  }
}
