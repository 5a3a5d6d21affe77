package dev.purser.daemon.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final String DEMO =
      "mvn -B -ntp -Dmaven.test.skip=true package && java -jar daemon/target/purser.jar demo";
  private static final String TESTS = "mvn -B -ntp verify";

  private final String readme = Tree.text("README.md");

  @Test
  void twoCommandsAreAllThatIsNeeded() {
    assertThat(Markdown.fences(readme, "sh")).containsExactly(DEMO, TESTS);
    assertThat(readme.lines().filter(line -> line.startsWith("```"))).hasSize(4);
  }

  @Test
  void eachCommandSaysWhatItIs() {
    assertThat(readme)
        .contains("\n<!-- demo-command -->\n```sh\n" + DEMO + "\n```\n")
        .contains("\n<!-- test-command -->\n```sh\n" + TESTS + "\n```\n");
  }

  /** Runs the script with its last step, evaluating the command, taken for printing it. */
  @Test
  void continuousIntegrationRunsTheTestCommandAndNothingElse() throws Exception {
    String script = Tree.text(".ci/run");
    assertThat(script.lines().filter(line -> line.startsWith("eval "))).hasSize(1);

    assertThat(output(script.replace("\neval ", "\nprintf %s "))).isEqualTo(TESTS);
  }

  @Test
  void readmeIsShort() {
    assertThat(readme.lines().count()).isLessThan(90);
  }

  private static String output(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", script, Tree.ROOT.resolve(".ci/run").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
