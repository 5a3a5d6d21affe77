package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol's own conformance suite, as far as it asks for what a server with two tools has. */
class McpConformanceIT {
  private static final Set<String> APPLICABLE =
      Set.of("server-initialize", "ping", "tools-list", "dns-rebinding-protection");

  /** They call tools of the suite's own, such as test_simple_text; there is no third tool here. */
  private static final List<String> WANT_FIXTURE_TOOLS =
      List.of("tools-call-", "json-schema-2020-12", "elicitation-");

  /** They want what this server must not have: resources, prompts, completion, logging. */
  private static final List<String> WANT_OTHER_FEATURES =
      List.of("resources-", "prompts-", "completion-", "logging-");

  /** They want a session and a stream of events; this server keeps no state between messages. */
  private static final List<String> WANT_A_STREAM = List.of("server-sse-");

  private static final Pattern LISTED = Pattern.compile("(?m)^  - (\\S+) \\[");

  private static Demo demo;
  private static UnixProxy proxy;

  @BeforeAll
  static void open() {
    McpClients.assumeInstalled();
    demo = Demo.stopped().hurried();
    demo.start();
    proxy = new UnixProxy(demo.doors().agent());
  }

  @AfterAll
  static void close() throws Exception {
    if (demo != null) {
      proxy.close();
      demo.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server-initialize", "ping", "tools-list", "dns-rebinding-protection"})
  void scenarioPasses(String scenario) {
    Command.Ran ran =
        McpClients.command(
                "conformance",
                List.of(
                    "server",
                    "--url",
                    "http://localhost:" + proxy.port() + "/mcp",
                    "--scenario",
                    scenario))
            .run();

    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).containsPattern("Passed: [12]/[12], 0 failed, 0 warnings");
  }

  /** A scenario that is new in the suite has to be looked at. */
  @Test
  void everyOtherScenarioWantsWhatIsNotHere() {
    String list = McpClients.command("conformance", List.of("list")).run().orFail();
    String ofServers = list.substring(0, list.indexOf("Client scenarios"));
    Set<String> others =
        LISTED
            .matcher(ofServers)
            .results()
            .map(scenario -> scenario.group(1))
            .filter(scenario -> !APPLICABLE.contains(scenario))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(others)
        .hasSizeGreaterThan(20)
        .allMatch(
            scenario ->
                Stream.of(WANT_FIXTURE_TOOLS, WANT_OTHER_FEATURES, WANT_A_STREAM)
                    .flatMap(List::stream)
                    .anyMatch(scenario::startsWith));
  }
}
