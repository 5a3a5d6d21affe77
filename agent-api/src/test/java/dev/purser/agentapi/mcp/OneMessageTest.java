package dev.purser.agentapi.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AgentName;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OneMessageTest {

  @Test
  void internalErrorOfTheSdkTellsNothingOfIt() {
    OneMessage transport = new OneMessage();
    transport.setMcpHandler(
        failing(new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "secret", "secret")));

    JSONRPCError error =
        transport.answer(new AgentName("pantry"), new JSONRPCRequest("ping", 7)).error();

    assertThat(error.toString()).contains("do not fit").doesNotContain("secret");
  }

  @Test
  void otherErrorsOfTheSdkAreTold() {
    OneMessage transport = new OneMessage();
    transport.setMcpHandler(failing(new JSONRPCError(ErrorCodes.INVALID_PARAMS, "no such tool")));

    JSONRPCResponse response =
        transport.answer(new AgentName("pantry"), new JSONRPCRequest("tools/call", 7));

    assertThat(response.id()).isEqualTo(7);
    assertThat(response.error().message()).isEqualTo("no such tool");
  }

  private static McpStatelessServerHandler failing(JSONRPCError error) {
    return new McpStatelessServerHandler() {
      @Override
      public Mono<JSONRPCResponse> handleRequest(
          McpTransportContext context, JSONRPCRequest request) {
        return Mono.just(JSONRPCResponse.error(request.id(), error));
      }

      @Override
      public Mono<Void> handleNotification(
          McpTransportContext context, JSONRPCNotification notification) {
        return Mono.empty();
      }
    };
  }
}
