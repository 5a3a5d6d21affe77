package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door of the owner's and finance's pages: TLS with a certificate of its own, or plain HTTP for
 * this machine or a proxy with TLS.
 *
 * @param bindHost {@code localhost} without it, which is 127.0.0.1 and ::1 together
 * @param port 0 to 65535, where 0 takes a free one
 * @param tls plain HTTP without it
 * @param trustedProxies addresses whose word counts on whom they ask for; none without it
 */
public record OwnerDoor(
    @JsonProperty String bindHost,
    @JsonProperty Integer port,
    @JsonProperty @Nullable OwnerTls tls,
    @JsonProperty List<String> trustedProxies) {
  private static final int MAX_PORT = 65_535;

  public OwnerDoor(
      @Nullable String bindHost,
      @Nullable Integer port,
      @Nullable OwnerTls tls,
      @Nullable List<String> trustedProxies) {
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
    this.tls = tls;
    this.trustedProxies = trustedProxies == null ? List.of() : List.copyOf(trustedProxies);
    this.trustedProxies.forEach(TrustedProxies::address);
  }

  /** In plain HTTP, to whom nobody forwards. */
  static OwnerDoor plain(@Nullable String bindHost, int port) {
    return new OwnerDoor(bindHost, port, null, null);
  }
}
