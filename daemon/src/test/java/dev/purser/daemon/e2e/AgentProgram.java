package dev.purser.daemon.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A program with a model in it, which can start {@code purser-agent mcp}. */
interface AgentProgram {
  /** The names that agent programs give our tools begin with this. */
  String TOOL = "mcp__purser__";

  /** The model asks for the schemas of our tools; a program keeps them back until then. */
  ModelApi.Call look();

  /** The model calls one of our tools, by the name that we gave it. */
  ModelApi.Call call(String tool, Map<String, ?> arguments);

  /** Runs the program to its end with somebody's words; what its model was told. */
  String prompt(String words, List<Function<JsonNode, ModelApi.Call>> script) throws Exception;
}
