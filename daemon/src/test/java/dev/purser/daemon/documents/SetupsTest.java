package dev.purser.daemon.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command under docs/agents is left out by the tests that run them. */
class SetupsTest {
  /** There is no Docker where the tests run. */
  private static final List<String> NOT_RUN = List.of("docker.md");

  private static Stream<String> run() {
    return Stream.concat(Setups.DOCUMENTS.stream(), Setups.ofAgentPrograms());
  }

  @Test
  void everyDocumentIsRunOrSaidNotToBe() {
    assertThat(Tree.documents())
        .filteredOn(document -> document.getParent().endsWith("docs/agents"))
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(run(), NOT_RUN.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("run")
  void everyCommandOfADocumentIsRun(String document) {
    long commands =
        Pattern.compile("(?m)^ *```sh$").matcher(Setups.text(document)).results().count();

    assertThat(Setups.blocks(document).count() + Setups.sessions(document).count())
        .isPositive()
        .isEqualTo(commands);
  }

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Setups#ofAgentPrograms")
  void fileThatAProgramWritesIsNamedWithWhatIsInIt(String document) {
    assertThat(Setups.written(document)).hasSize(1);
  }
}
