package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A door that is a Unix socket.
 *
 * @param socket made absolute; at most 107 bytes. Its directory belongs to this door alone
 * @param group a Unix group whose members may reach the socket; nobody but the daemon's own user
 *     and group without it
 * @param idleTimeout how long a connection may be silent; 10 s without it
 */
public record SocketDoor(
    @JsonProperty Path socket,
    @JsonProperty @Nullable String group,
    @JsonProperty Duration idleTimeout) {
  /** The room for a path in the kernel's {@code sockaddr_un}, less the zero at its end. */
  private static final int MAX_PATH_BYTES = 107;

  private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.seconds(10);

  // Jackson hands over null for a key that is not there.
  public SocketDoor(@Nullable Path socket, @Nullable String group, @Nullable Duration idleTimeout) {
    if (socket == null) {
      throw new IllegalArgumentException("'socket' is needed: the path of a Unix socket.");
    }
    this.socket = socket.toAbsolutePath().normalize();
    directoryOf(this.socket);
    this.group = group;
    this.idleTimeout = idleTimeout == null ? DEFAULT_IDLE_TIMEOUT : idleTimeout;
    if (this.socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
      throw new IllegalArgumentException("'socket' may have at most 107 bytes: " + this.socket);
    }
    if (group != null && group.isBlank()) {
      throw new IllegalArgumentException("'group' must name a Unix group, or be left out.");
    }
    if (this.idleTimeout.toMilliseconds() < 1) {
      throw new IllegalArgumentException("'idleTimeout' must be at least 1 ms.");
    }
  }

  /** Where the socket lies; whoever may write here owns the door. */
  Path directory() {
    return directoryOf(socket);
  }

  SocketFile file(String directoryPermissions) {
    return new SocketFile(socket, new SocketDirectory(directory(), directoryPermissions, group));
  }

  private static Path directoryOf(Path socket) {
    Path directory = socket.getParent();
    if (directory == null) {
      throw new IllegalArgumentException("'socket' must name a file in a directory.");
    }
    return directory;
  }
}
