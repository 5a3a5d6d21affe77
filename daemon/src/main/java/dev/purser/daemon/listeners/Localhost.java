package dev.purser.daemon.listeners;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One port on every address that a browser takes for {@code localhost}, or on none. Whoever held
 * the other of the two would be shown to the owner in our place.
 */
public final class Localhost {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final InetAddress OLD = address(new byte[] {127, 0, 0, 1});
  private static final InetAddress NEW =
      address(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

  /** The kernel's own list: a Java that is told to use IPv4 alone would not know. */
  private static final Path NEW_ADDRESSES = Path.of("/proc/self/net/if_inet6");

  private static final String NEW_LISTED = "00000000000000000000000000000001";

  /** With port 0, which is for tests: the second address may have the first's port taken. */
  private static final int TRIES = 32;

  private final int port;
  private final Map<InetAddress, ServerSocketChannel> opened = new HashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param port 0 to 65535; with 0 one that is free on all addresses
   */
  Localhost(int port) {
    this.port = port;
  }

  /** Whether a door that is to be bound there is for this machine alone. */
  static boolean isMeantBy(String host) {
    return NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  /** {@code 127.0.0.1}, and {@code ::1} where the machine has it. */
  static List<InetAddress> addresses() {
    return hasNew() ? List.of(OLD, NEW) : List.of(OLD);
  }

  /**
   * Whether a door could be opened now.
   *
   * @param port 1 to 65535
   * @throws DoorException naming who is in the way
   */
  public static void requireFree(int port) throws IOException {
    Localhost probe = new Localhost(port);
    probe.openAll(port);
    probe.closeAll();
  }

  /**
   * The listening socket of one of the addresses, each once.
   *
   * @throws DoorException when not all of them can be had, naming who is in the way
   */
  synchronized ServerSocketChannel open(InetAddress address) throws IOException {
    if (!opened.containsKey(address)) {
      closeAll();
      openWithTries();
    }
    ServerSocketChannel channel = opened.remove(address);
    if (channel == null) {
      throw new DoorException(address + " is no address of localhost");
    }
    return channel;
  }

  private void openWithTries() throws IOException {
    for (int more = port == 0 ? TRIES : 0; ; more--) {
      try {
        openAll(port);
        return;
      } catch (DoorException e) {
        if (more == 0) {
          throw e;
        }
      }
    }
  }

  private void openAll(int wanted) throws IOException {
    int same = wanted;
    for (InetAddress address : addresses()) {
      ServerSocketChannel channel = ServerSocketChannel.open();
      opened.put(address, channel);
      try {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(address, same));
      } catch (IOException e) {
        closeAll();
        throw new DoorException(sentence(address, same, e), e);
      }
      same = channel.socket().getLocalPort();
    }
  }

  private void closeAll() throws IOException {
    for (ServerSocketChannel channel : opened.values()) {
      channel.close();
    }
    opened.clear();
  }

  private static String sentence(InetAddress address, int port, IOException cause) {
    if (!(cause instanceof BindException)) {
      return "port %d of %s cannot be opened".formatted(port, address.getHostAddress());
    }
    return ("port %d of %s is not to be had%s; it may be a copy of the page: do not type the"
            + " passphrase there. End what listens there, or choose another port.")
        .formatted(port, address.getHostAddress(), holder(port));
  }

  private static String holder(int port) {
    String uids =
        TcpListener.all()
            .filter(other -> other.port() == port)
            .map(other -> "uid " + other.uid())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" and "));
    return uids.isEmpty() ? "" : ": a program of " + uids + " listens there";
  }

  private static boolean hasNew() {
    try {
      return Files.readString(NEW_ADDRESSES, StandardCharsets.ISO_8859_1).contains(NEW_LISTED);
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
