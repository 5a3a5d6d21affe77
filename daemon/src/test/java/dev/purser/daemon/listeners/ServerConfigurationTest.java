package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {
  private static final String GOOD =
      """
      server:
        type: purser
        agent: {socket: /run/purser/agent/agent.sock, group: nogroup}
        owner: {port: 8480}
        control: {socket: /run/purser/control/control.sock}
      """;

  @Test
  void threeDoorsAreAllThatIsNeeded() throws Exception {
    assertThat(parse(GOOD).getServerFactory()).isInstanceOf(PurserServerFactory.class);
  }

  @Test
  void whatIsNotSaidOfLimitsIsTheDefault() throws Exception {
    String some = GOOD.replace("group: nogroup", "limits: {requestsPerMinute: 30}");

    AgentLimits.Kept kept = new AgentLimits.Kept(60, 500);
    assertThat(limits(GOOD)).isEqualTo(new AgentLimits(120, 60, 4, 16, 64, kept));
    assertThat(limits(some)).isEqualTo(new AgentLimits(30, 30, 4, 16, 64, kept));
  }

  private static AgentLimits limits(String yaml) throws Exception {
    return ((PurserServerFactory) parse(yaml).getServerFactory()).agentLimits();
  }

  @Test
  void ownersDoorIsOnThisMachineOnlyUnlessSaidOtherwise() {
    assertThat(OwnerDoor.plain(null, 8480).bindHost()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent: {socket: /run/purser/agent/agent.sock, group: nogroup} | | 'agent' is needed",
        "owner: {port: 8480} | | 'owner' is needed",
        "control: {socket: /run/purser/control/control.sock} | | 'control' is needed",
        "socket: /run/purser/agent/agent.sock, | | 'socket' is needed",
        "group: nogroup | group: ' ' | 'group' must name",
        "port: 8480 | port: 65536 | 'port' is needed",
        "port: 8480 | bindHost: x | 'port' is needed",
        "port: 8480 | port: 8480, adminPort: 8481 | adminPort",
        "port: 8480 | port: 8480, bindHost: ' ' | 'bindHost' must name",
        "port: 8480 | port: 8480, tls: {privateKey: /k} | 'owner.tls.certificateChain' and",
        "port: 8480 | port: 8480, trustedProxies: [proxy.example] | must be addresses such as",
        "port: 8480 | port: 8480, trustedProxies: [10.0.0.0/8] | must be addresses such as",
        "group: nogroup | limits: {requestsPerMinute: 0} | 'requestsPerMinute' must be 1",
        "group: nogroup | limits: {cartChangesPerDay: 0} | 'cartChangesPerDay' must be 1",
        "group: nogroup | limits: {requestPerMinute: 1} | requestPerMinute",
        "socket: /run/purser/control/control.sock | socket: /c/c.sock, limits: {} | limits",
        "type: purser | type: purser~remote: {port: 1} | 'remote.bindHost' is needed",
        "type: purser | type: purser~remote: {bindHost: x, port: 65536} | 'remote.port' is needed",
        "type: purser | type: purser~remote: {bindHost: x, port: 1} | 'remote.keyStore' and",
        "/run/purser/control/ | /run/purser/agent/ | need a directory each",
      })
  void mistakesAreNamed(String right, String wrong, String message) {
    String yaml = GOOD.replace(right, wrong == null ? "" : wrong.replace("~", "\n  "));
    assertThat(yaml).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> parse(yaml)).hasMessageContaining(message);
  }

  @Test
  void longestPathOfASocketIsWhatTheKernelTakes() {
    String longest = "/" + "d".repeat(100) + "/s.sock".substring(0, 6);
    assertThat(longest).hasSize(107);

    assertThat(door(longest).socket()).hasToString(longest);
    assertThatThrownBy(() -> door(longest + "x")).hasMessageContaining("at most 107 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requestLog: {}",
        "rootPath: /x",
        "adminConnectors: []",
        "adminContextPath: /admin",
        "enableThreadNameFilter: true",
        "user: root",
        "gzip: {enabled: true}"
      })
  void dropwizardsOtherKeysAreRefused(String key) {
    assertThatThrownBy(() -> parse(GOOD + "  " + key + "\n"))
        .hasMessageContaining(key.substring(0, key.indexOf(':')));
  }

  @Test
  void doorThatNobodyOpenedIsNotBuilt() throws Exception {
    var factory = (PurserServerFactory) parse(GOOD).getServerFactory();

    assertThatThrownBy(() -> factory.build(new Environment("doors")))
        .hasMessageContaining("door was never opened");
  }

  private static SocketDoor door(String socket) {
    return new SocketDoor(java.nio.file.Path.of(socket), null, null);
  }

  private static Configuration parse(String yaml) throws Exception {
    return new DefaultConfigurationFactoryFactory<Configuration>()
        .create(Configuration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(new StringConfigurationSourceProvider(), yaml);
  }
}
