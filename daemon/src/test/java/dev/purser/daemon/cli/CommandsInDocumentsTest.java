package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.documents.Markdown;
import dev.purser.daemon.documents.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every {@code purser} command that a document shows is one, and has the options shown. */
class CommandsInDocumentsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?:(?:^|[\\s'\"])purser|purser\\.jar) ([a-z]+)(?: ([a-z]+))?(.*)");

  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z][a-z-]*");

  @ParameterizedTest
  @MethodSource("dev.purser.daemon.documents.Tree#documents")
  void everyCommandThatIsShownIsThere(Path document) throws Exception {
    for (MatchResult shown : shown(Files.readString(document))) {
      CommandLine command = Objects.requireNonNull(found(shown), shown.group());
      assertThat(OPTION.matcher(shown.group(3)).results().map(MatchResult::group))
          .as(shown.group())
          .allSatisfy(
              option -> assertThat(command.getCommandSpec().findOption(option)).isNotNull());
    }
  }

  @Test
  void everyCommandIsShownSomewhere() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Path document : Tree.documents()) {
      shown(Files.readString(document)).forEach(shown -> names.add(shown.group(1)));
    }

    assertThat(names).isEqualTo(new TreeSet<>(Purser.command().getSubcommands().keySet()));
  }

  private static List<MatchResult> shown(String document) {
    return Markdown.code(document).stream()
        .flatMap(line -> COMMAND.matcher(line).results())
        .toList();
  }

  private static @Nullable CommandLine found(MatchResult shown) {
    CommandLine command = Purser.command().getSubcommands().get(shown.group(1));
    String second = shown.group(2);
    if (command == null || second == null || command.getSubcommands().isEmpty()) {
      return command;
    }
    return command.getSubcommands().get(second);
  }
}
