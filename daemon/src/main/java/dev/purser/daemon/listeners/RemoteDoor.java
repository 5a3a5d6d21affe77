package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The door of agents that cannot reach the socket: mutual TLS, and each agent known by its own
 * certificate.
 *
 * @param bindHost an address of this machine; nothing is opened to the network by leaving it out
 * @param port 0 to 65535, where 0 takes a free one
 * @param keyStore PKCS #12 with the daemon's own key and certificate
 * @param keyStorePasswordFile its password, and nothing else
 */
public record RemoteDoor(
    @JsonProperty String bindHost,
    @JsonProperty Integer port,
    @JsonProperty Path keyStore,
    @JsonProperty Path keyStorePasswordFile) {
  private static final int MAX_PORT = 65_535;

  // Jackson hands over null for a key that is not there.
  public RemoteDoor(
      @Nullable String bindHost,
      @Nullable Integer port,
      @Nullable Path keyStore,
      @Nullable Path keyStorePasswordFile) {
    if (bindHost == null || bindHost.isBlank()) {
      throw new IllegalArgumentException("'remote.bindHost' is needed: an address to listen on.");
    }
    if (port == null || port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("'remote.port' is needed: a number from 0 to 65535.");
    }
    if (keyStore == null || keyStorePasswordFile == null) {
      throw new IllegalArgumentException(
          "'remote.keyStore' and 'remote.keyStorePasswordFile' are needed: the daemon's own key.");
    }
    this.bindHost = bindHost;
    this.port = port;
    this.keyStore = keyStore.toAbsolutePath();
    this.keyStorePasswordFile = keyStorePasswordFile.toAbsolutePath();
  }

  /** The key store's password. For the TLS context and for nothing else. */
  String password() {
    try {
      return Files.readString(keyStorePasswordFile).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          keyStorePasswordFile + " cannot be read; it should hold the key store's password.", e);
    }
  }
}
