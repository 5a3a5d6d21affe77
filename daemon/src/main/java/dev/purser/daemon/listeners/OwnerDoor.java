package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The door of the owner's and finance's pages: plain HTTP, for the own machine or a proxy with TLS.
 *
 * @param bindHost {@code localhost} without it, which is 127.0.0.1 and ::1 together
 * @param port 0 to 65535, where 0 takes a free one
 */
public record OwnerDoor(@JsonProperty String bindHost, @JsonProperty Integer port) {
  private static final int MAX_PORT = 65_535;

  public OwnerDoor(@Nullable String bindHost, @Nullable Integer port) {
    if (port == null || port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "'port' is needed: a number from 0 to 65535%s."
              .formatted(port == null ? "" : ", not " + port));
    }
    if (bindHost != null && bindHost.isBlank()) {
      throw new IllegalArgumentException("'bindHost' must name an address, or be left out.");
    }
    this.bindHost = bindHost == null ? "localhost" : bindHost;
    this.port = port;
  }
}
