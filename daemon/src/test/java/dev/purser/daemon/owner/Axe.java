package dev.purser.daemon.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Deque's axe, which looks for what keeps people from using a page. */
public final class Axe {
  private static final Path SCRIPT =
      Path.of("target", "npm", "node_modules", "axe-core", "axe.min.js");

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        resultTypes: ["violations"],
      }).then(
        (found) => done([
          String(found.passes.length + found.inapplicable.length),
          ...found.violations.flatMap((rule) =>
            rule.nodes.map((node) => rule.id + ": " + node.html + " " + node.failureSummary)),
        ]),
        (error) => done(["0", String(error)]));
      """;

  private final String script;

  Axe() throws IOException {
    this.script = Files.readString(SCRIPT);
  }

  /** Whether npm could bring it. */
  static boolean isThere() {
    return Files.exists(SCRIPT);
  }

  /**
   * The same in light and in dark; nothing where npm could not bring axe, and then {@code
   * AccessibilityTest} says so.
   */
  public static List<String> violationsOf(Browser browser) throws IOException {
    List<String> found = new ArrayList<>();
    if (isThere()) {
      Axe axe = new Axe();
      for (String scheme : List.of("dark", "light")) {
        browser.preferring(scheme);
        found.addAll(axe.violations(browser));
      }
    }
    return found;
  }

  /** All that is wrong with the page that is open. */
  List<String> violations(Browser browser) {
    browser.run(script);
    List<String> found = ((List<?>) browser.await(RUN)).stream().map(String::valueOf).toList();
    if (Integer.parseInt(found.get(0)) == 0) {
      throw new IllegalStateException("axe has looked at nothing: " + found);
    }
    return found.subList(1, found.size());
  }
}
