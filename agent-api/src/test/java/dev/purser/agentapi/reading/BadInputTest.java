package dev.purser.agentapi.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other people's collections of hostile input, through both operations. */
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Path> jsonFiles() throws IOException {
    try (Stream<Path> files = Files.list(resource("json"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  static Stream<Path> filesThatAreNoJson() throws IOException {
    return jsonFiles().filter(file -> file.getFileName().toString().startsWith("n_"));
  }

  @ParameterizedTest
  @MethodSource("jsonFiles")
  void everyFileIsRefusedOrRead(Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);

    assertThat(statusOf(body, AgentRequests::addToCart)).isBetween(200, 499);
    assertThat(statusOf(body, AgentRequests::proposeOrder)).isBetween(200, 499);
  }

  @ParameterizedTest
  @MethodSource("filesThatAreNoJson")
  void whatIsNoJsonIsMalformed(Path file) throws IOException {
    assertThat(codeOf(Files.readAllBytes(file))).isEqualTo("malformed-json");
  }

  @ParameterizedTest
  @MethodSource("jsonFiles")
  void everyFileInPlaceOfTheItemIsRefusedOrRead(Path file) throws IOException {
    byte[] body = join(bytes("{\"quantity\":1,\"item\":"), Files.readAllBytes(file), bytes("}"));

    assertThat(statusOf(body, AgentRequests::addToCart)).isBetween(200, 499);
  }

  @Test
  void collectionsAreThere() throws IOException {
    assertThat(jsonFiles()).hasSizeGreaterThan(200);
    assertThat(naughtyStrings()).hasSizeGreaterThan(400);
  }

  @Test
  void naughtyStringsArriveUnchangedOrAreRefused() throws IOException {
    for (String naughty : naughtyStrings()) {
      byte[] body = JSON.writeValueAsBytes(Map.of("item", naughty, "quantity", 1));
      if (statusOf(body, AgentRequests::addToCart) == 200) {
        assertThat(AgentRequests.addToCart(body).item()).isEqualTo(naughty);
      }
      byte[] proposal = JSON.writeValueAsBytes(Map.of("reason", naughty, "vendor", naughty));
      assertThat(statusOf(proposal, AgentRequests::proposeOrder)).isIn(200, 400);
    }
  }

  private static int statusOf(byte[] body, Consumer<byte[]> operation) {
    try {
      operation.accept(body);
      return 200;
    } catch (ProblemException e) {
      return e.problem().status();
    }
  }

  private static String codeOf(byte[] body) {
    try {
      AgentRequests.proposeOrder(body);
      return "read";
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }

  private static List<String> naughtyStrings() throws IOException {
    return Arrays.asList(
        JSON.readValue(Files.readAllBytes(resource("blns").resolve("blns.json")), String[].class));
  }

  private static Path resource(String folder) {
    return Path.of("src/test/resources", folder);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
