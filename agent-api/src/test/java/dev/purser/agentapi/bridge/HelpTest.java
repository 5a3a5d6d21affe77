package dev.purser.agentapi.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help text and man page are written by hand, so they are held against the code. */
class HelpTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/purser/agentapi/bridge");
  private static final Pattern OPTION = Pattern.compile("\"(--[a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/dev/purser/agentapi/bridge/help.txt",
        "src/main/man/purser-agent.adoc"
      })
  void everyOptionIsExplained(String text) throws IOException {
    assertThat(options()).hasSizeGreaterThan(8);
    assertThat(Files.readString(Path.of(text))).contains(options());
  }

  private static Set<String> options() throws IOException {
    Set<String> options = new TreeSet<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        OPTION
            .matcher(Files.readString(source))
            .results()
            .map(option -> option.group(1))
            .forEach(options::add);
      }
    }
    return options;
  }
}
