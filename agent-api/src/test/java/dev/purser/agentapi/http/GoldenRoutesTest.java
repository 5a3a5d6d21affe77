package dev.purser.agentapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenRoutesTest {

  @Test
  void thereAreTwoOperationsAndTheirToolsAndNothingElse() {
    assertThat(GoldenRoutes.METHOD_BY_PATH)
        .isEqualTo(Map.of("/v1/add-to-cart", "POST", "/v1/propose-order", "POST", "/mcp", "POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/add-to-cart", "/v1/propose-order", "/mcp"})
  void listedRequestsPass(String path) {
    assertThat(GoldenRoutes.refusal("POST", path, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PUT", "post", "POST "})
  void otherMethodsAreNotAllowed(String method) {
    assertThat(GoldenRoutes.refusal(method, "/v1/add-to-cart", null).map(Problem::status))
        .contains(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1",
        "/v1/",
        "/v1/add-to-cart/",
        "//v1/add-to-cart",
        "/v1//add-to-cart",
        "/v1/add-to-cart;a=b",
        "/v1;a/add-to-cart",
        "/v1/add%2dto-cart",
        "/V1/add-to-cart",
        "/mcp/",
        "/MCP",
        "/%6dcp",
        "/mcp;a=b",
        "/v1/x/../add-to-cart",
        "/v1/add-to-cart%00",
        "/application.wadl"
      })
  void otherSpellingsAreNotFound(String path) {
    assertThat(GoldenRoutes.refusal("POST", path, null).map(Problem::status)).contains(404);
  }

  @Test
  void queryMakesItAnotherPath() {
    assertThat(GoldenRoutes.refusal("POST", "/v1/add-to-cart", "")).isPresent();
  }
}
