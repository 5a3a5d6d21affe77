package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.e2e.ModelApi.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Purser is for, with a real agent program: Qwen Code from npm, which starts {@code
 * purser-agent mcp} by itself. Only its model is ours, and follows a script.
 */
class AgentProgramIT {
  private static final String NO_TALK =
      """
      {"privacy": {"usageStatisticsEnabled": false}, "telemetry": {"enabled": false},
       "general": {"enableAutoUpdate": false}}
      """;

  private static Demo demo;

  @BeforeAll
  static void open() {
    McpClients.assumeInstalled();
    demo = Demo.stopped().hurried().edit("purser.yml", "undoWindow: 10s", "undoWindow: 0s");
    demo.start();
  }

  @AfterAll
  static void close() {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void agentChoosesAndProposesTheOwnerConfirmsAndTheAgentHearsThatItIsPaid() throws Exception {
    new CheeseStory(
            new QwenCode(), new OwnerByHttp(demo), id -> demo.control("/orders/" + id).toString())
        .happens();
  }

  private static final class QwenCode implements AgentProgram {
    @Override
    public Call look() {
      return new Call(
          "tool_search",
          Map.of("query", "select:" + TOOL + "add_to_cart," + TOOL + "propose_order"));
    }

    @Override
    public Call call(String tool, Map<String, ?> arguments) {
      return new Call("tool_call", Map.of("name", TOOL + tool, "arguments", arguments));
    }

    @Override
    public String prompt(String words, List<Function<JsonNode, Call>> script) throws Exception {
      try (ScriptedModel model = new ScriptedModel(new OpenAiApi(), script)) {
        Command.Ran ran =
            McpClients.command("qwen", arguments(model))
                .after(List.of("env", "--chdir=" + home(), "HOME=" + home(), "QWEN_HOME=" + home()))
                .runWith(words);
        assertThat(ran.orFail()).contains("Done.");
        return model.heard();
      }
    }

    private static Path home() {
      Path home = TestFiles.directory(demo.file("home"), "rwx------", OsUser.self());
      TestFiles.write(home.resolve("settings.json"), NO_TALK);
      return home;
    }

    private static List<String> arguments(ScriptedModel model) {
      List<String> mcp = new AgentCommand(OsUser.self(), demo.doors().agent()).mcp();
      Map<String, ?> server = Map.of("command", mcp.get(0), "args", mcp.subList(1, mcp.size()));
      return List.of(
          "--auth-type=openai",
          "--openai-api-key=none",
          "--openai-base-url=" + model.url() + "/v1",
          "--model=scripted",
          "--mcp-config=" + McpClients.text(Map.of("mcpServers", Map.of("purser", server))),
          "--allowed-tools=" + TOOL + "add_to_cart",
          "--allowed-tools=" + TOOL + "propose_order");
    }
  }
}
