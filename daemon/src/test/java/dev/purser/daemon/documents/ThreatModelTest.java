package dev.purser.daemon.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/threat-model.md names a test for each threat, and each is there. */
class ThreatModelTest {
  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|IT)\\b");

  private final List<List<String>> rows = Markdown.table(Tree.text("docs/threat-model.md"), "#");

  @Test
  void everyThreatOfTheWallHasARow() {
    assertThat(rows)
        .extracting(row -> row.get(0))
        .containsExactly(
            "1", "2", "3", "4", "6", "7", "10", "12", "13", "14", "15", "16", "17", "18", "21",
            "22", "23", "24");
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Set<String> tests = tests();

    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(TEST.matcher(row.get(3)).results().map(MatchResult::group))
                    .isNotEmpty()
                    .isSubsetOf(tests));
  }

  private static Set<String> tests() throws IOException {
    Set<String> names = new HashSet<>();
    for (String module : List.of("agent-api", "budgets", "daemon")) {
      try (Stream<Path> files = Files.walk(Tree.ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
            .forEach(names::add);
      }
    }
    return names;
  }
}
