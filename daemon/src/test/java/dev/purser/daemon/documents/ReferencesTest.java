package dev.purser.daemon.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at is there. */
class ReferencesTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

  /**
   * A path of this tree. What is built, and what lies on an installed machine, begins otherwise.
   */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w./-])(?:config|docs|agent-api|budgets|\\.ci|\\.mvn|(?:daemon|vendors)/src)/[\\w./-]*\\w");

  private static final Pattern TYPE = Pattern.compile("((?:[A-Z][a-z]+){2,})(?:\\.[a-z]\\w*)?");

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void everyRelativeLinkLeadsSomewhere(Path document) {
    assertThat(LINK.matcher(Tree.text(document)).results())
        .filteredOn(link -> !link.group(1).matches("\\w+:.*"))
        .allSatisfy(
            link -> {
              Path target =
                  link.group(1).isEmpty()
                      ? document
                      : document.resolveSibling(link.group(1)).normalize();
              assertThat(target).exists();
              if (link.group(2) != null) {
                assertThat(anchors(target)).contains(link.group(2));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void everyPathThatIsNamedIsThere(Path document) {
    assertThat(paths(Tree.text(document))).allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void everyPathOfTheNoticeIsThere() {
    assertThat(paths(Tree.text("NOTICE")))
        .hasSizeGreaterThan(3)
        .allSatisfy(path -> assertThat(path).exists());
  }

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void everyTypeThatIsNamedIsThere(Path document) {
    Set<String> ours =
        Tree.mainSources().stream()
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());

    assertThat(Markdown.spans(Tree.text(document)).stream().map(TYPE::matcher))
        .filteredOn(span -> span.matches())
        .allSatisfy(span -> assertThat(ours).contains(span.group(1)));
  }

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void everyJsonExampleIsJson(Path document) throws Exception {
    for (String example : Markdown.fences(Tree.text(document), "json")) {
      assertThat(new ObjectMapper().readTree(example).isObject()).isTrue();
    }
  }

  /** Nobody outside can follow a path of the machine that something was written on. */
  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void noDocumentNamesItsWritersMachine(Path document) {
    assertThat(Tree.text(document)).doesNotContain("/root/", "/tmp/", "/home/");
  }

  /** But for what a build makes. */
  private static Stream<Path> paths(String text) {
    return PATH.matcher(text)
        .results()
        .map(path -> path.group())
        .filter(path -> !path.contains("/target/"))
        .map(Tree.ROOT::resolve);
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path document) {
    assertThat(Files.isRegularFile(document)).isTrue();
    return Tree.text(document)
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
