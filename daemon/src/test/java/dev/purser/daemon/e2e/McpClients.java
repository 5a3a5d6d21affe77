package dev.purser.daemon.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs from npm, none of them ours, run by a Node.js from npm. */
final class McpClients {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path NPM = Path.of("target/npm").toAbsolutePath();

  private McpClients() {}

  static void assumeInstalled() {
    assumeTrue(
        Files.exists(NPM.resolve("installed-lock.json")) && Files.isExecutable(node()),
        "no MCP clients: npm could not install them");
  }

  private static Path node() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return NPM.resolve("node_modules/node-linux-" + machine + "/bin/node");
  }

  /** One of the programs. */
  static Command command(String program, List<String> arguments) {
    return node(NPM.resolve("node_modules/.bin").resolve(program), arguments);
  }

  /** One of our scripts, beside the modules that it uses. */
  static Command script(String name, List<String> arguments) {
    Path source = Path.of("src/test/npm").resolve(name).toAbsolutePath();
    return node(TestFiles.write(NPM.resolve(name), TestFiles.read(source)), arguments);
  }

  private static Command node(Path script, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(node().toString(), script.toString()));
    words.addAll(arguments);
    return new Command(words);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + text, e);
    }
  }

  static String text(Object json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> concat(List<String> first, String... rest) {
    return Stream.concat(first.stream(), Stream.of(rest)).toList();
  }
}
