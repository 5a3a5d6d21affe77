package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each door leads into its own room only. */
class DoorsTest {
  private static final String EGGS = "{\"item\":\"eggs\",\"quantity\":2}";
  private DoorsUnderTest doors;

  @BeforeEach
  void open() throws Exception {
    doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start();
  }

  @AfterEach
  void close() throws IOException {
    doors.close();
  }

  @Test
  void eachDoorAnswersItsOwn() throws IOException {
    assertThat(agent(RawHttp.post("/v1/add-to-cart", EGGS)).status()).isEqualTo(200);
    assertThat(control(RawHttp.request("GET", "/control-ping")).body())
        .isEqualTo("control for tester");
    assertThat(owner(RawHttp.request("GET", "/owner-ping")).body()).isEqualTo("owner");
  }

  @Test
  void operationsAreBehindNoOtherDoor() throws IOException {
    assertThat(owner(RawHttp.post("/mcp", "{}")).status()).isEqualTo(404);
    assertThat(control(RawHttp.post("/mcp", "{}")).status()).isEqualTo(404);
    assertThat(owner(RawHttp.post("/v1/add-to-cart", EGGS)).status()).isEqualTo(404);
    assertThat(control(RawHttp.post("/v1/add-to-cart", EGGS)).status()).isEqualTo(404);
    assertThat(doors.operations.asked).isEmpty();
  }

  @Test
  void pagesAndControlAreBehindNoOtherDoor() throws IOException {
    assertThat(agent(RawHttp.request("GET", "/control-ping")).status()).isEqualTo(404);
    assertThat(agent(RawHttp.request("GET", "/owner-ping")).status()).isEqualTo(404);
    assertThat(owner(RawHttp.request("GET", "/control-ping")).status()).isEqualTo(404);
    assertThat(control(RawHttp.request("GET", "/owner-ping")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks/gc", "/tasks/log-level"})
  void dropwizardsTasksAreNowhere(String path) throws IOException {
    assertThat(owner(RawHttp.post(path, "")).status()).isEqualTo(404);
    assertThat(control(RawHttp.post(path, "")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin",
        "/healthcheck",
        "/health-check",
        "/metrics",
        "/threads",
        "/ping",
        "/pprof",
        "/application.wadl"
      })
  void dropwizardsAdministrationIsNowhere(String path) throws IOException {
    assertThat(owner(RawHttp.request("GET", path)).status()).isEqualTo(404);
    assertThat(control(RawHttp.request("GET", path)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "OPTIONS", "PUT", "DELETE"})
  void ownersPagesTakeNoOtherMethods(String method) throws IOException {
    assertThat(owner(RawHttp.request(method, "/owner-ping")).status()).isEqualTo(405);
  }

  @Test
  void unknownConnectorLeadsNowhere() throws Exception {
    ServerConnector stray =
        new ServerConnector(doors.running(), new HttpConnectionFactory(new HttpConfiguration()));
    stray.setHost("localhost");
    doors.running().addConnector(stray);
    stray.start();

    int port = stray.getLocalPort();
    assertThat(RawHttp.send(port, RawHttp.request("GET", "/owner-ping")).status()).isEqualTo(404);
    assertThat(RawHttp.send(port, RawHttp.post("/v1/add-to-cart", EGGS)).status()).isEqualTo(404);
  }

  @Test
  void operatorWithoutARoleHears403WhateverThePath() throws IOException {
    doors.operators.clear();

    Reply reply = control(RawHttp.request("GET", "/control-ping"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("\"code\":\"operator-unknown\"");
    assertThat(reply.head()).contains("Content-Type: application/problem+json");
    assertThat(control(RawHttp.request("GET", "/no-such-path")).status()).isEqualTo(403);
  }

  @Test
  void ownersPathsNameNoThreads() throws IOException {
    Reply reply = owner(RawHttp.request("GET", "/owner-ping/secret-locator"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isNotBlank().doesNotContain("secret-locator");
  }

  @Test
  void thereIsNoRequestLog() {
    assertThat(doors.running().getRequestLog()).isNull();
  }

  private Reply agent(String request) throws IOException {
    return RawHttp.send(doors.agentSocket(), request);
  }

  private Reply control(String request) throws IOException {
    return RawHttp.send(doors.controlSocket(), request);
  }

  private Reply owner(String request) throws IOException {
    return RawHttp.send(doors.ownerPort(), request);
  }
}
