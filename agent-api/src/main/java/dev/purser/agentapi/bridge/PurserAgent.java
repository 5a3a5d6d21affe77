package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.agentapi.Release;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The {@code purser-agent} command. */
public final class PurserAgent {
  private PurserAgent() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), Console.ofProcess()));
  }

  static int run(List<String> words, Console console) throws IOException {
    if (words.contains("--help") || words.contains("-h")) {
      console.out().print(help());
      return Exit.OK;
    }
    try {
      return command(words.isEmpty() ? "" : words.get(0), words, console);
    } catch (UsageException e) {
      console.complain(e.getMessage() + ". See purser-agent --help.");
      return Exit.USAGE;
    }
  }

  private static int command(String name, List<String> words, Console console) throws IOException {
    return switch (name) {
      case "add-to-cart" -> AddToCartCommand.run(words.subList(1, words.size()), console);
      case "propose-order" -> ProposeOrderCommand.run(words.subList(1, words.size()), console);
      case "mcp" -> McpCommand.run(words.subList(1, words.size()), console);
      case "rehearse" -> Rehearsal.run(console);
      case "--version", "-V" -> version(console);
      default -> throw new UsageException("the commands are add-to-cart, propose-order and mcp");
    };
  }

  private static int version(Console console) {
    console.out().println(Release.NAME_AND_VERSION);
    return Exit.OK;
  }

  private static String help() throws IOException {
    try (InputStream text = PurserAgent.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    }
  }
}
