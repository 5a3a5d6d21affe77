package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.door.AgentDoor;
import dev.purser.agentapi.http.Incidents;
import dev.purser.agentapi.http.ProblemMapper;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.jackson.JacksonFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jersey.validation.HibernateValidationBinder;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's server, {@code type: purser}: one application each for agents, owner and control,
 * told apart by the connector a request came through and by nothing that the request says.
 *
 * <p>It has these six keys and no other. Dropwizard's own factories have more, among them an access
 * log and thread names that would write the owner's secret links into the log, and an
 * administrative context that would be a fourth door.
 */
@JsonTypeName("purser")
public final class PurserServerFactory implements ServerFactory {
  private final AgentSocketDoor agent;
  private final OwnerDoor owner;
  private final SocketDoor control;
  private final @Nullable RemoteDoor remote;
  private final OwnerParts parts = new OwnerParts();
  private final SocketApplication agentApplication = new SocketApplication("agent");
  private final SocketApplication controlApplication = new SocketApplication("control");
  private AgentDirectory agentDirectory = nobody -> Optional.empty();
  private ControlDirectory controlDirectory = nobody -> Optional.empty();

  /**
   * As configured.
   *
   * @param remote nothing is opened to the network without it
   * @param maxThreads for the owner's pages; agents and control have their own
   * @param shutdownGracePeriod how long requests under way may take at the end
   */
  @JsonCreator
  public PurserServerFactory(
      @JsonProperty("agent") @Nullable AgentSocketDoor agent,
      @JsonProperty("owner") @Nullable OwnerDoor owner,
      @JsonProperty("control") @Nullable SocketDoor control,
      @JsonProperty("remote") @Nullable RemoteDoor remote,
      @JsonProperty("maxThreads") @Nullable Integer maxThreads,
      @JsonProperty("shutdownGracePeriod") @Nullable Duration shutdownGracePeriod) {
    this.agent = needed("agent", agent);
    this.owner = needed("owner", owner);
    this.control = needed("control", control);
    this.remote = remote;
    if (this.agent.socketDoor().directory().equals(this.control.directory())) {
      throw new IllegalArgumentException(
          "'agent' and 'control' need a directory each: its mode is what keeps agents out.");
    }
    parts.limit(maxThreads, shutdownGracePeriod);
  }

  /** What each agent may take of the daemon. */
  public AgentLimits agentLimits() {
    return agent.limits();
  }

  /** Where agents come in. */
  public Path agentSocket() {
    return agent.socketDoor().socket();
  }

  /** Where operators come in. */
  public Path controlSocket() {
    return control.socket();
  }

  /** The Unix group of the operators' door, if it has one. */
  public Optional<String> controlGroup() {
    return Optional.ofNullable(control.group());
  }

  /** Where the pages are. */
  public int ownerPort() {
    return owner.port();
  }

  /** All TCP ports that a daemon listens on. */
  public Set<Integer> ports() {
    Set<Integer> all = new TreeSet<>(Set.of(owner.port()));
    if (remote != null) {
      all.add(remote.port());
    }
    return all;
  }

  /** Those of its ports that speak TLS. */
  public Set<Integer> guardedPorts() {
    Set<Integer> guarded = new TreeSet<>();
    if (owner.tls() != null) {
      guarded.add(owner.port());
    }
    if (remote != null) {
      guarded.add(remote.port());
    }
    return guarded;
  }

  /** The daemon's own keys for its doors, and their passwords; none for doors without TLS. */
  public List<Path> keyFiles() {
    List<Path> files = new ArrayList<>();
    if (remote != null) {
      files.addAll(List.of(remote.keyStore(), remote.keyStorePasswordFile()));
    }
    ownerTls().map(OwnerTls::privateKey).ifPresent(files::add);
    return files;
  }

  /** The certificate of the pages, if they have one of their own. */
  public Optional<Path> certificateFile() {
    return ownerTls().map(OwnerTls::certificateChain);
  }

  /**
   * Whether browsers can reach the pages so.
   *
   * @throws IllegalArgumentException for people, when the door speaks TLS and the address does not
   */
  public void requireReachableBy(URI baseUrl) {
    if (ownerTls().isPresent() && !"https".equalsIgnoreCase(baseUrl.getScheme())) {
      throw new IllegalArgumentException(
          "server.owner.tls is there, so owner.baseUrl must begin with https://, and not be %s"
              .formatted(baseUrl));
    }
  }

  private Optional<OwnerTls> ownerTls() {
    return Optional.ofNullable(owner.tls());
  }

  private static <T> T needed(String key, @Nullable T door) {
    if (door == null) {
      throw new IllegalArgumentException("'" + key + "' is needed.");
    }
    return door;
  }

  /** Puts the two operations behind the agents' door. Once, before the server is built. */
  public void openToAgents(AgentDirectory agents, AgentOperations operations, Incidents incidents) {
    JerseyEnvironment jersey = agentApplication.open();
    jersey.register(new AgentFilter());
    agentDirectory = agents;
    AgentDoor.components(operations, incidents).forEach(jersey::register);
  }

  /**
   * Opens the control door to operators. Once, before the server is built.
   *
   * @return where the control resources are to be registered; the peer of each request there is an
   *     {@link Operator} already
   */
  public JerseyEnvironment openToOperators(ControlDirectory operators, Incidents incidents) {
    JerseyEnvironment jersey = controlApplication.open();
    controlDirectory = operators;
    jersey.register(new OperatorFilter(operators));
    jersey.register(new ProblemMapper(incidents));
    return jersey;
  }

  /** Nothing: the owner's application is the environment's own, at its root. */
  @Override
  public void configure(Environment environment) {}

  @Override
  public Server build(Environment environment) {
    QuietLoggers.quieten();
    JerseyEnvironment controlJersey = controlApplication.requireOpen();
    controlJersey.register(new JacksonFeature(environment.getObjectMapper()));
    controlJersey.register(new HibernateValidationBinder(environment.getValidator()));
    agentApplication.requireOpen();
    Handler guarded = DoorAssembly.guarded(gate());
    DoorAssembly assembly =
        new DoorAssembly(parts, parts.server(environment))
            .agent(agent, agentDirectory, guarded)
            .control(control, controlDirectory, controlApplication.handler())
            .owner(owner, environment);
    if (remote != null) {
      assembly.remote(remote, agentDirectory, agent.limits(), guarded);
    }
    return assembly.assemble();
  }

  private AgentGate gate() {
    return new AgentGate(
        request ->
            Peers.of(request)
                .flatMap(agentDirectory::agentOf)
                .or(() -> Certificates.of(request).flatMap(agentDirectory::agentOf)),
        new Turnstile(agent.limits()),
        agentApplication.handler());
  }
}
