package dev.purser.daemon.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands under docs/agents that say as whom a test is to run them. */
public final class Setups {
  /** What comes with Purser, or with a machine, suffices for these. */
  static final List<String> DOCUMENTS =
      List.of("README.md", "script.md", "bubblewrap.md", "remote.md");

  private static final List<String> OF_AGENT_PROGRAMS =
      List.of("openclaw.md", "claude-code.md", "amp.md");

  private static final String COMMANDS = " -->\\n *```sh\\n((?:.*\\n)*?) *```$";
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^ *<!-- as: (\\w+)" + COMMANDS + "(?:\\n\\n```text\\n((?:.*\\n)*?)```$)?");
  private static final Pattern SESSION =
      Pattern.compile("(?m)^<!-- prompted, as: (\\w+)" + COMMANDS);
  private static final Pattern FILE =
      Pattern.compile("(?s)`(~/[^`]+)`(?:(?!```).)*?:\\n\\n```json\\n(.*?)```");

  private Setups() {}

  /**
   * Commands to be run together.
   *
   * @param user the OS user
   * @param output what they are said to print, among other things; empty where nothing is said
   */
  public record Block(String document, String user, String commands, String output) {
    @Override
    public String toString() {
      return document + ": " + commands.lines().findFirst().orElse("");
    }
  }

  /**
   * A file that a program is said to write.
   *
   * @param path beginning with the user's home, {@code ~/}
   * @param json what is in it, among other things
   */
  public record Written(String path, String json) {}

  public static Stream<Block> runnable() {
    return DOCUMENTS.stream().flatMap(Setups::blocks);
  }

  /** The documents whose commands need a program from elsewhere. */
  public static Stream<String> ofAgentPrograms() {
    return OF_AGENT_PROGRAMS.stream();
  }

  /** In the order that they stand in; what an earlier one did is there for a later one. */
  public static Stream<Block> blocks(String document) {
    return BLOCK
        .matcher(text(document))
        .results()
        .map(found -> block(document, found, Optional.ofNullable(found.group(3)).orElse("")));
  }

  /** The commands that start a program which then waits for somebody's words. */
  public static Stream<Block> sessions(String document) {
    return SESSION.matcher(text(document)).results().map(found -> block(document, found, ""));
  }

  private static Block block(String document, MatchResult found, String output) {
    return new Block(
        document, found.group(1), found.group(2).stripIndent(), output.stripTrailing());
  }

  public static Stream<Written> written(String document) {
    return FILE.matcher(text(document))
        .results()
        .map(found -> new Written(found.group(1), found.group(2)));
  }

  /** All that is shown as configuration. */
  public static List<String> configurations(String document) {
    return Markdown.fences(text(document), "json");
  }

  static String text(String document) {
    return Tree.text("docs/agents/" + document);
  }
}
