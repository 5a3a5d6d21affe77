package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that an agents' door answers, whichever it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgentDoorContract {
  private static final String EGGS = "{\"item\":\"eggs\",\"quantity\":2}";

  final DoorsUnderTest doors;

  /** With the agent "tester" at the other end. */
  AgentDoorContract(DoorsUnderTest doors) {
    this.doors = doors;
  }

  /** Bytes to the door, and what came back until it was closed. */
  abstract Reply send(String request) throws IOException;

  @BeforeAll
  void open() throws Exception {
    doors.start();
  }

  @AfterAll
  void close() throws Exception {
    doors.close();
  }

  @BeforeEach
  void forget() {
    doors.operations.asked.clear();
  }

  @Test
  void bothOperationsAnswer() throws IOException {
    Reply cart = send(RawHttp.post("/v1/add-to-cart", EGGS));
    Reply order = send(RawHttp.post("/v1/propose-order", "application/JSON; charset=UTF-8", "{}"));

    assertThat(cart.status()).isEqualTo(200);
    assertThat(cart.head()).contains("Content-Type: application/json\r\n");
    assertThat(cart.body())
        .isEqualTo(
            "{\"result\":\"not_found\",\"candidates\":[],\"cart\":{\"lines\":[],\"totals\":[]}}");
    assertThat(order.body()).contains("\"total\":null,\"expires_at\":null");
    assertThat(doors.operations.asked).containsExactly("tester: 2 eggs", "tester: propose");
  }

  static Stream<Arguments> everyMethodOnEveryPath() {
    return Stream.of(
            "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post")
        .flatMap(
            method ->
                Stream.of(
                        "/v1/add-to-cart",
                        "/v1/propose-order",
                        "/mcp",
                        "/mcp/",
                        "/%6dcp",
                        "/mcp;a=b",
                        "/mcp?a=b",
                        "/sse",
                        "/.well-known/oauth-protected-resource",
                        "/",
                        "/v1",
                        "/v1/",
                        "/v2/add-to-cart",
                        "/v1/add-to-cart/",
                        "/v1/add-to-cart/x",
                        "//v1/add-to-cart",
                        "/v1//add-to-cart",
                        "/v1/add-to-cart;a=b",
                        "/v1;a/add-to-cart",
                        "/v1/add%2dto-cart",
                        "/v1%2fadd-to-cart",
                        "/v1/./add-to-cart",
                        "/v1/x/../add-to-cart",
                        "/v1/%2e/add-to-cart",
                        "/v1/add-to-cart%00",
                        "/v1/add-to-cart?a=b",
                        "/V1/add-to-cart",
                        "/v1/confirm-order",
                        "/owner-ping",
                        "/control-ping",
                        "/application.wadl",
                        "/admin",
                        "/tasks/gc",
                        "/tasks/log-level",
                        "/healthcheck",
                        "/metrics",
                        "/threads",
                        "/ping",
                        "*",
                        "http://x/v1/add-to-cart/",
                        "http://x/admin")
                    .filter(path -> !isListed(method, path))
                    .map(path -> Arguments.of(method, path)));
  }

  private static boolean isListed(String method, String path) {
    return method.equals("POST") && isListed(path);
  }

  private static boolean isListed(String path) {
    return List.of("/v1/add-to-cart", "/v1/propose-order", "/mcp").contains(path);
  }

  @ParameterizedTest
  @MethodSource("everyMethodOnEveryPath")
  void goldenList(String method, String path) throws IOException {
    Reply reply = send(RawHttp.request(method, path));

    if (isListed(path)) {
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.head()).contains("Allow: POST\r\n");
    } else {
      // 400: spellings that the HTTP server refuses to interpret at all.
      assertThat(reply.status()).isIn(400, 404);
    }
    assertIsProblem(reply);
    assertThat(doors.operations.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET||",
        "\u0000||",
        "CONNECT x:443 HTTP/1.1|Host: x:443|Connection: close||",
        "POST /v1/add-to-cart HTTP/1.1|Connection: close||",
        "POST /v1/add-to-cart HTTP/9.9|Host: x|Connection: close||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x y|Connection: close||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Length: -1||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Length: 1|Transfer-Encoding: chunked||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Transfer-Encoding: gzip||",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Type: application/json"
            + "|Connection: close|Transfer-Encoding: chunked||zz|",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Type: application/json"
            + "|Connection: close|Expect: 200-maybe|Content-Length: 2||{}",
        "POST /v1/add-to-cart HTTP/1.1|Host: x|Content-Type: nonsense"
            + "|Connection: close|Content-Length: 2||{}",
        "PRI * HTTP/2.0||SM||"
      })
  void brokenRequestsHearAProblem(String lines) throws IOException {
    Reply reply = send(lines.replace("|", "\r\n"));

    assertThat(reply.status()).isBetween(400, 499);
    assertIsProblem(reply);
  }

  @Test
  void emptyQueryIsNoQuery() throws IOException {
    assertThat(send(RawHttp.request("GET", "/v1/add-to-cart?")).status()).isEqualTo(405);
    assertThat(send(RawHttp.post("/v1/add-to-cart?", EGGS)).status()).isEqualTo(200);
  }

  @Test
  void headersTooLargeAreAProblem() throws IOException {
    Reply reply = send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n");

    assertThat(reply.status()).isEqualTo(431);
    assertThat(reply.body()).contains("\"code\":\"headers-too-large\"");
    assertIsProblem(reply);
  }

  @Test
  void largestBodyIsRead() throws IOException {
    Reply reply = send(RawHttp.post("/v1/add-to-cart", padded(16 * 1024)));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void oneByteMoreIsTooLarge() throws IOException {
    Reply reply = send(RawHttp.post("/v1/add-to-cart", padded(16 * 1024 + 1)));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).contains("\"code\":\"body-too-large\"");
  }

  @Test
  void oneByteMoreInChunksIsTooLarge() throws IOException {
    assertThat(send(chunked(padded(16 * 1024))).status()).isEqualTo(200);
    assertThat(send(chunked(padded(16 * 1024 + 1))).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json; profile=x",
        "application/problem+json",
        "application/*",
        "*/*"
      })
  void otherMediaTypesAreUnsupported(String contentType) throws IOException {
    Reply reply = send(RawHttp.post("/v1/add-to-cart", contentType, EGGS));

    assertThat(reply.status()).isEqualTo(415);
    assertIsProblem(reply);
  }

  @Test
  void missingMediaTypeAndContentEncodingAreUnsupported() throws IOException {
    String request = RawHttp.post("/v1/add-to-cart", EGGS);

    assertThat(send(request.replace("Content-Type: application/json\r\n", "")).status())
        .isEqualTo(415);
    assertThat(send(request.replace("Host: x", "Host: x\r\nContent-Encoding: gzip")).status())
        .isEqualTo(415);
  }

  @Test
  void strictReaderIsInPlace() throws IOException {
    Reply reply =
        send(RawHttp.post("/v1/add-to-cart", "{\"item\":\"eggs\",\"quantity\":2,\"price\":1}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Unknown field\",\"status\":400,"
                + "\"code\":\"unknown-field\","
                + "\"detail\":\"'price' is not a field of add-to-cart.\"}");
  }

  @Test
  void problemOfAnOperationIsTheAnswer() throws IOException {
    Reply reply = send(RawHttp.post("/v1/add-to-cart", "{\"item\":\"gtin\",\"quantity\":1}"));

    assertThat(reply.body()).contains("\"code\":\"gtin-check-digit\"", "should be 3");
    assertIsProblem(reply);
  }

  @Test
  void unexpectedFailureTellsOnlyItsIncident() throws IOException {
    Reply reply = send(RawHttp.post("/v1/add-to-cart", "{\"item\":\"bug\",\"quantity\":1}"));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).contains("\"detail\":\"Incident i-1.\"").doesNotContain("secret");
    assertIsProblem(reply);
  }

  @Test
  void identityIsNoHeader() throws IOException {
    String spoofed =
        RawHttp.post("/v1/add-to-cart", EGGS)
            .replace(
                "Host: x",
                "Host: x\r\nX-Agent: other\r\nAuthorization: Basic b3RoZXI6\r\n"
                    + Peer.ATTRIBUTE
                    + ": other");

    assertThat(send(spoofed).status()).isEqualTo(200);
    assertThat(doors.operations.asked).containsExactly("tester: 2 eggs");
  }

  @Test
  void oneConnectionServesSeveralRequests() throws IOException {
    String keepAlive = RawHttp.post("/v1/add-to-cart", EGGS).replace("Connection: close\r\n", "");

    assertThat(send(keepAlive + RawHttp.post("/v1/propose-order", "{}")).text())
        .contains("not_found", "denied");
  }

  static void assertIsProblem(Reply reply) {
    assertThat(reply.head())
        .contains("Content-Type: application/problem+json\r\n")
        .containsIgnoringCase("Cache-Control: no-store\r\n")
        .doesNotContain("Server:");
    if (!reply.body().isEmpty()) {
      assertThat(reply.body())
          .startsWith("{\"type\":\"about:blank\",")
          .contains("\"status\":" + reply.status() + ",\"code\":\"");
    }
  }

  private static String padded(int bytes) {
    return EGGS + " ".repeat(bytes - EGGS.length());
  }

  private static String chunked(String body) {
    int half = body.length() / 2;
    return "POST /v1/add-to-cart HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunk(body.substring(0, half))
        + chunk(body.substring(half))
        + chunk("");
  }

  private static String chunk(String part) {
    return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }
}
