package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.documents.Setups;
import dev.purser.daemon.e2e.ModelApi.Call;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Claude Code from npm, started as its document says and asked without a terminal. */
record ClaudeCode(AgentHome home, Setups.Block session) implements AgentProgram {
  private static final String DOCUMENT = "claude-code.md";

  static ClaudeCode setUpAsDocumented(AgentHome home) {
    Setups.blocks(DOCUMENT).forEach(block -> home.command(block).run().orFail());
    return new ClaudeCode(home, Setups.sessions(DOCUMENT).findFirst().orElseThrow());
  }

  @Override
  public Call look() {
    return new Call(
        "ToolSearch", Map.of("query", "select:" + TOOL + "add_to_cart," + TOOL + "propose_order"));
  }

  @Override
  public Call call(String tool, Map<String, ?> arguments) {
    return new Call(TOOL + tool, arguments);
  }

  @Override
  public String prompt(String words, List<Function<JsonNode, Call>> script) throws Exception {
    try (ScriptedModel model = new ScriptedModel(new AnthropicApi(), script)) {
      String told =
          home.command(
                  "export ANTHROPIC_API_KEY=none ANTHROPIC_BASE_URL=%s && %s --print"
                      .formatted(model.url(), session.commands().strip()))
              .runWith(words)
              .orFail();
      assertThat(told).contains("Done.");
      return model.heard();
    }
  }
}
