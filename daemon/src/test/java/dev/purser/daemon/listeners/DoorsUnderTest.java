package dev.purser.daemon.listeners;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.daemon.files.FileOwner;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.Duration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** A real server with its three doors in a short directory that every user can traverse. */
final class DoorsUnderTest implements AutoCloseable {
  final java.nio.file.Path directory;
  final Map<Peer, AgentName> agents = new HashMap<>();
  final Map<X509Certificate, AgentName> certificates = new ConcurrentHashMap<>();
  final Map<Peer, Operator> operators = new HashMap<>();
  final RecordingOperations operations = new RecordingOperations();
  @Nullable String group;
  @Nullable RemoteDoor remote;
  OwnerDoor owner = OwnerDoor.plain(null, 0);
  Duration idleTimeout = Duration.seconds(10);

  /** So wide that no other test meets them. */
  static final AgentLimits.Kept KEPT = AgentLimits.DEFAULTS.kept();

  AgentLimits limits = new AgentLimits(1_000_000, 1_000_000, 32, 1_000, 1_000, KEPT);

  /** Bytes of the largest page. */
  static final int LARGE = 96 * 1024;

  final OwnerForm ownerForm = new OwnerForm();
  final List<Object> pages = new ArrayList<>();

  private @Nullable Server server;

  DoorsUnderTest(java.nio.file.Path directory) {
    this.directory = directory;
  }

  /** Here, with the user that runs the tests as the agent "tester" and as an owner. */
  static DoorsUnderTest in(java.nio.file.Path directory) throws IOException {
    DoorsUnderTest doors = new DoorsUnderTest(directory);
    Peer self = Peer.ofUid(FileOwner.ownUid());
    doors.agents.put(self, new AgentName("tester"));
    doors.operators.put(self, new Operator("tester", Set.of(Role.OWNER)));
    return doors;
  }

  static java.nio.file.Path newDirectory() throws IOException {
    java.nio.file.Path directory = Files.createTempDirectory("doors");
    Files.setPosixFilePermissions(
        directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    return directory;
  }

  private static void delete(java.nio.file.Path directory) {
    try (Stream<java.nio.file.Path> inside = Files.walk(directory)) {
      inside
          .sorted(Comparator.reverseOrder())
          .map(java.nio.file.Path::toFile)
          .forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  java.nio.file.Path agentSocket() {
    return directory.resolve("agent/agent.sock");
  }

  java.nio.file.Path controlSocket() {
    return directory.resolve("control/control.sock");
  }

  int ownerPort() {
    return port("owner");
  }

  int remotePort() {
    return port("remote");
  }

  private int port(String door) {
    for (var connector : running().getConnectors()) {
      if (door.equals(connector.getName()) && connector instanceof ServerConnector tcp) {
        return tcp.getLocalPort();
      }
    }
    throw new IllegalStateException("No such TCP connector: " + door);
  }

  DoorsUnderTest start() throws Exception {
    server = build(operations);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return this;
  }

  Server running() {
    if (server == null) {
      throw new IllegalStateException("Not started");
    }
    return server;
  }

  private Server build(AgentOperations behind) {
    PurserServerFactory factory =
        new PurserServerFactory(
            AgentSocketDoor.of(agentSocket(), group, idleTimeout, limits),
            owner,
            new SocketDoor(controlSocket(), null, null),
            remote,
            null,
            Duration.seconds(1));
    factory.openToAgents(
        new AgentDirectory() {
          @Override
          public Optional<AgentName> agentOf(Peer peer) {
            return Optional.ofNullable(agents.get(peer));
          }

          @Override
          public Optional<AgentName> agentOf(X509Certificate certificate) {
            return Optional.ofNullable(certificates.get(certificate));
          }
        },
        behind,
        new LoggedIncidents(() -> "i-1"));
    factory
        .openToOperators(
            peer -> Optional.ofNullable(operators.get(peer)), new LoggedIncidents(() -> "i-2"))
        .register(new ControlPing());
    Environment environment = environment();
    environment.jersey().register(new OwnerPing());
    environment.jersey().register(ownerForm);
    pages.forEach(environment.jersey()::register);
    return factory.build(environment);
  }

  private static Environment environment() {
    return new Environment(
        "doors",
        Jackson.newObjectMapper(),
        Validators.newValidatorFactory(),
        new MetricRegistry(),
        DoorsUnderTest.class.getClassLoader(),
        new HealthCheckRegistry(),
        new Configuration());
  }

  @Override
  public void close() throws IOException {
    if (server == null) {
      return;
    }
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("The server does not stop", e);
    }
  }

  /** A page of the owner's. */
  @Path("/owner-ping")
  public static final class OwnerPing {
    @GET
    public String ping() {
      return "owner";
    }

    /** What a page can know of who asks, and of how. */
    @GET
    @Path("/seen")
    public String seen(@Context HttpServletRequest request, @Context HttpHeaders headers) {
      return String.join(
          " ",
          request.getRemoteAddr(),
          request.getScheme(),
          headers.getHeaderString("Host"),
          String.valueOf(headers.getHeaderString("X-Forwarded-For")));
    }

    /** Larger than any page that there is. */
    @GET
    @Path("/large")
    public String large() {
      return "x".repeat(LARGE);
    }

    /** Where a name of the thread would tell the path. */
    @GET
    @Path("/{locator}")
    public String nameOfThread() {
      return Thread.currentThread().getName();
    }
  }

  /** A form of the owner's that begins before its body is read, and a page that is held up. */
  @Path("/owner-form")
  public static final class OwnerForm {
    final AtomicInteger begun = new AtomicInteger();
    final CountDownLatch heldUp = new CountDownLatch(1);

    @POST
    public String post(InputStream body) throws IOException {
      begun.incrementAndGet();
      return "took " + body.readAllBytes().length;
    }

    @GET
    public String heldUp() throws InterruptedException {
      begun.incrementAndGet();
      heldUp.await();
      return "at last";
    }
  }

  /** A control route. */
  @Path("/control-ping")
  public static final class ControlPing {
    @GET
    public String ping(@Context ContainerRequestContext request) {
      return "control for " + Operator.of(request).user();
    }
  }
}
