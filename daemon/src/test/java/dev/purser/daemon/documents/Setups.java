package dev.purser.daemon.documents;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands under docs/agents that say as whom a test is to run them. */
public final class Setups {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^ *<!-- as: (\\w+) -->\\n *```sh\\n((?:.*\\n)*?) *```$");
  private static final List<String> DOCUMENTS =
      List.of("README.md", "script.md", "bubblewrap.md", "remote.md");

  private Setups() {}

  /**
   * Commands to be run together.
   *
   * @param user the OS user
   */
  public record Block(String document, String user, String commands) {
    @Override
    public String toString() {
      return document + ": " + commands.lines().findFirst().orElse("");
    }
  }

  public static Stream<Block> runnable() {
    return DOCUMENTS.stream().flatMap(Setups::blocks);
  }

  private static Stream<Block> blocks(String document) {
    Matcher block = BLOCK.matcher(Tree.text("docs/agents/" + document));
    return block
        .results()
        .map(found -> new Block(document, found.group(1), found.group(2).stripIndent()));
  }
}
