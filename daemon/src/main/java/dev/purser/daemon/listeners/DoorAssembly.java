package dev.purser.daemon.listeners;

import dev.purser.daemon.owner.web.FormGuard;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.RoutingHandler;
import io.dropwizard.util.Duration;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Joins each connector to its application. The router compares connectors by identity, and a
 * request through a connector that it does not know gets nothing but 404.
 */
final class DoorAssembly {
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final Duration OWNER_IDLE_TIMEOUT = Duration.seconds(30);

  /** From the first byte of a request's body to its last; 16 KiB need a moment. */
  private static final Duration AGENT_BODY_DEADLINE = Duration.seconds(20);

  /** Two round trips to the other end of the world, with much to spare. */
  private static final Duration HANDSHAKE_DEADLINE = Duration.seconds(5);

  private static final Duration REMOTE_IDLE_TIMEOUT = Duration.seconds(10);

  /** Strangers who shake hands keep no agent of this machine waiting. */
  private static final int REMOTE_THREADS = 32;

  /** Agents that keep all their threads waiting keep no one else's. */
  private static final int AGENT_THREADS = 64;

  /** Whoever keeps the pages busy keeps nobody from revoking an agent. */
  private static final int CONTROL_THREADS = 16;

  /** From the headers to the end of a form; people's browsers send both at once. */
  private static final Duration OWNER_BODY_DEADLINE = Duration.seconds(10);

  /** From the beginning of an answer to its end, which is a few pages of text at most. */
  private static final Duration OWNER_ANSWER_DEADLINE = Duration.seconds(10);

  /** All of our pages fit: what nobody reads waits in the kernel and holds no thread. */
  private static final int OWNER_SEND_BUFFER_BYTES = 128 * 1024;

  /** Far more than browsers and a proxy need, and few enough for the files of a process. */
  private static final int OWNER_CONNECTIONS = 512;

  private final OwnerParts parts;
  private final Server server;
  private final Map<Connector, Handler> applications = new LinkedHashMap<>();

  DoorAssembly(OwnerParts parts, Server server) {
    this.parts = parts;
    this.server = server;
  }

  /** The whole way to the agents' application, for each of its doors. */
  static Handler guarded(AgentGate gate) {
    return new BodyDeadline(AGENT_BODY_DEADLINE, gate);
  }

  DoorAssembly agent(AgentSocketDoor door, AgentDirectory agents, Handler guarded) {
    QueuedThreadPool threads = new QueuedThreadPool(AGENT_THREADS);
    threads.setName("agent");
    return addUnix(
        "agent",
        door.socketDoor(),
        new PeerUnixConnector(
            server,
            threads,
            door.socketDoor().file("rwxr-x---"),
            new PeerCount(door.limits(), agents::isNamed),
            peerHttp()),
        guarded);
  }

  /** The same application as behind the socket, for agents that are elsewhere. */
  DoorAssembly remote(RemoteDoor door, AgentDirectory agents, AgentLimits limits, Handler guarded) {
    QueuedThreadPool threads = new QueuedThreadPool(REMOTE_THREADS);
    threads.setName("remote");
    PinnedTrust trust = new PinnedTrust(certificate -> agents.agentOf(certificate).isPresent());
    HttpConfiguration http = http();
    // Neither a name in the handshake nor one in the request is asked for: agents have addresses.
    http.addCustomizer(new SecureRequestCustomizer(false));
    RemoteConnector connector =
        new RemoteConnector(
            server,
            threads,
            new CertificateCount(limits),
            new HandshakeDeadline(HANDSHAKE_DEADLINE),
            new SslConnectionFactory(new PinnedTls(door, trust), HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    connector.setHost(door.bindHost());
    connector.setPort(door.port());
    connector.setIdleTimeout(REMOTE_IDLE_TIMEOUT.toMilliseconds());
    connector.setName("remote");
    return add(connector, guarded);
  }

  DoorAssembly control(SocketDoor door, ControlDirectory operators, Handler application) {
    QueuedThreadPool threads = new QueuedThreadPool(CONTROL_THREADS);
    threads.setName("control");
    String permissions = door.group() == null ? "rwx------" : "rwxr-x---";
    return addUnix(
        "control",
        door,
        new PeerUnixConnector(
            server,
            threads,
            door.file(permissions),
            new PeerCount(AgentLimits.DEFAULTS, peer -> operators.operatorOf(peer).isPresent()),
            peerHttp()),
        application);
  }

  DoorAssembly owner(OwnerDoor door, Environment environment) {
    WaitingRoom<EndPoint> room = new WaitingRoom<>(OWNER_CONNECTIONS);
    Handler pages = parts.ownerApplication(server, environment);
    Handler guarded =
        new BodyDeadline(
            OWNER_BODY_DEADLINE,
            new WholeBody(
                FormGuard.MAX_BYTES,
                OwnerConnector.serving(room, new AnswerDeadline(OWNER_ANSWER_DEADLINE, pages))));
    if (!Localhost.isMeantBy(door.bindHost())) {
      return add(ownerConnector(door, room, door.bindHost()), guarded);
    }
    Localhost localhost = new Localhost(door.port());
    for (InetAddress address : Localhost.addresses()) {
      OwnerConnector connector = ownerConnector(door, room, address.getHostAddress());
      connector.openBy(() -> localhost.open(address));
      add(connector, guarded);
    }
    return this;
  }

  private OwnerConnector ownerConnector(OwnerDoor door, WaitingRoom<EndPoint> room, String host) {
    OwnerConnector connector = new OwnerConnector(server, room, ownerLayers(door));
    connector.setHost(host);
    connector.setPort(door.port());
    connector.setIdleTimeout(OWNER_IDLE_TIMEOUT.toMilliseconds());
    connector.setAcceptedSendBufferSize(OWNER_SEND_BUFFER_BYTES);
    connector.setName("owner");
    return connector;
  }

  private static ConnectionFactory[] ownerLayers(OwnerDoor door) {
    HttpConfiguration http = ownerHttp();
    http.addCustomizer(new TrustedProxies(door.trustedProxies()));
    OwnerTls tls = door.tls();
    if (tls == null) {
      return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }
    // The pages have a guard of their own for the name that is asked for.
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ConnectionFactory[] {
      new SslConnectionFactory(new OwnTls(tls), HttpVersion.HTTP_1_1.asString()),
      new HttpConnectionFactory(http)
    };
  }

  Server assemble() {
    server.setHandler(parts.graceful(new RoutingHandler(applications)));
    return server;
  }

  private DoorAssembly add(Connector connector, Handler application) {
    applications.put(connector, application);
    server.addConnector(connector);
    return this;
  }

  private DoorAssembly addUnix(
      String name, SocketDoor door, PeerUnixConnector connector, Handler application) {
    connector.setIdleTimeout(door.idleTimeout().toMilliseconds());
    connector.setName(name);
    return add(connector, application);
  }

  private static HttpConnectionFactory peerHttp() {
    HttpConfiguration http = http();
    // A socket's path is no host name: without one Jetty logs each request that names no host.
    http.setServerAuthority(new HostPort("purser"));
    http.addCustomizer(new Peers());
    return new HttpConnectionFactory(http);
  }

  /** One answer to a connection: a thousand requests at once would fill any buffer with theirs. */
  private static HttpConfiguration ownerHttp() {
    HttpConfiguration http = http();
    http.setPersistentConnectionsEnabled(false);
    return http;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    return http;
  }
}
