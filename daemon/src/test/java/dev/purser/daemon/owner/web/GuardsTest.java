package dev.purser.daemon.owner.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {
  private final Probe probe = new Probe();
  private final PageServer server;

  GuardsTest() throws Exception {
    server = new PageServer(site -> List.of(probe));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void onlyOurOwnNameIsAnswered() throws Exception {
    assertThat(statusForHost("localhost:" + server.port())).isEqualTo(200);
    assertThat(statusForHost("LOCALHOST:" + server.port())).isEqualTo(200);
    assertThat(statusForHost("localhost")).isEqualTo(421);
    assertThat(statusForHost("127.0.0.1:" + server.port())).isEqualTo(421);
    assertThat(statusForHost("evil.example:" + server.port())).isEqualTo(421);
    assertThat(statusForHost("localhost.:" + server.port())).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/style.css", "/icon.svg", "/nowhere", "/probe/fails", "/probe/form"})
  void everyAnswerCarriesTheHeaders(String path) throws Exception {
    assertGuarded(server.get(path));
  }

  @Test
  void refusalsCarryTheHeadersToo() throws Exception {
    assertGuarded(server.post("/probe/form", "a=b", "Origin", "https://evil.example"));
    assertGuarded(server.post("/probe/form", "a=" + "x".repeat(FormGuard.MAX_BYTES)));
    assertGuarded(server.get("/", "Sec-Purpose", "prefetch"));
    assertThat(answerForHost("evil.example")).contains("Content-Security-Policy: default-src");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://localhost", "http://localhost:1", "NULL"})
  void aFormFromAnotherOriginIsRefused(String origin) throws Exception {
    assertThat(server.post("/probe/form", "a=b", "Origin", origin).statusCode()).isEqualTo(403);
    assertThat(probe.forms).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "anything"})
  void aFormThatTheBrowserSaysIsForeignIsRefused(String fetchSite) throws Exception {
    assertThat(post("Origin", "null", "Sec-Fetch-Site", fetchSite)).isEqualTo(403);
    assertThat(post("Origin", server.address(), "Sec-Fetch-Site", fetchSite)).isEqualTo(403);
    assertThat(probe.forms).isZero();
  }

  @Test
  void ourOwnFormIsTaken() throws Exception {
    assertThat(post("Origin", server.address())).isEqualTo(200);
    assertThat(post("Origin", server.address(), "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(post("Origin", "null", "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(post("Origin", "null")).isEqualTo(200);
  }

  @Test
  void aResourceThatInsistsTakesOurExactOriginOnly() throws Exception {
    String path = "/probe/strict";

    assertThat(server.post(path, "a=b", "Origin", server.address()).statusCode()).isEqualTo(200);
    assertThat(server.post(path, "a=b").statusCode()).isEqualTo(403);
    assertThat(
            server
                .post(path, "a=b", "Origin", "null", "Sec-Fetch-Site", "same-origin")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void nothingIsFetchedAhead() throws Exception {
    assertThat(server.get("/", "Sec-Purpose", "prefetch;prerender").statusCode()).isEqualTo(503);
    assertThat(server.get("/", "Purpose", "prefetch").statusCode()).isEqualTo(503);
    assertThat(post("Sec-Purpose", "prefetch;prerender", "Origin", server.address()))
        .isEqualTo(403);
    assertThat(probe.forms).isZero();
  }

  @Test
  void theLargestFormIsTakenAndOneByteMoreIsNot() throws Exception {
    String largest = "a=" + "x".repeat(FormGuard.MAX_BYTES - 2);

    assertThat(server.post("/probe/form", largest).statusCode()).isEqualTo(200);
    assertThat(server.post("/probe/form", largest + "x").statusCode()).isEqualTo(413);
  }

  @Test
  void aFormThatDoesNotSayHowLongItIsMayNotBeLonger() throws Exception {
    byte[] body = ("a=" + "x".repeat(FormGuard.MAX_BYTES)).getBytes(StandardCharsets.US_ASCII);
    HttpRequest.Builder chunked =
        server
            .request("/probe/form", "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(server.send(chunked).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "multipart/form-data", "text/plain", "*/*"})
  void onlyPlainFormsAreTaken(String type) throws Exception {
    HttpRequest.Builder request =
        server
            .request("/probe/form", "Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("a=b"));

    assertThat(server.send(request).statusCode()).isEqualTo(415);
    assertThat(probe.forms).isZero();
  }

  @Test
  void whatFailsSaysNothingOfTheReason() throws Exception {
    HttpResponse<String> answer = server.get("/probe/fails");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(answer.body())
        .contains("Something went wrong here")
        .doesNotContain("canary", "Exception", "at dev.purser");
  }

  @Test
  void otherMethodsAreRefusedWithThoseThatAreAllowed() throws Exception {
    HttpResponse<String> answer = server.get("/probe/form");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
    assertThat(answer.body()).contains("<h1>");
  }

  @Test
  void theStartPageSaysWhatThisIs() throws Exception {
    assertThat(server.get("/").body()).contains("Purser is running", "href=\"/finance\"");
  }

  private static void assertGuarded(HttpResponse<String> answer) {
    assertThat(answer.headers().map())
        .containsEntry(
            "content-security-policy",
            List.of(
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                    + " img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("cross-origin-opener-policy", List.of("same-origin"));
  }

  private int post(String... headers) throws Exception {
    return server.post("/probe/form", "a=b", headers).statusCode();
  }

  private int statusForHost(String host) throws Exception {
    return Integer.parseInt(answerForHost(host).split(" ", 3)[1]);
  }

  // The JDK's client does not let a test lie about the host.
  private String answerForHost(String host) throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      OutputStream out = socket.getOutputStream();
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A resource to knock at. */
  @Path("/probe")
  public static final class Probe {
    private int forms;

    @POST
    @Path("form")
    public String form(MultivaluedMap<String, String> form) {
      forms++;
      return "taken";
    }

    @POST
    @Path("strict")
    @OwnOriginOnly
    public String strict(MultivaluedMap<String, String> form) {
      return "taken";
    }

    @GET
    @Path("fails")
    public String fails() {
      throw new IllegalStateException("canary");
    }
  }
}
