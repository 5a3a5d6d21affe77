package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the owner's door, as certificate authorities hand them out.
 *
 * @param certificateChain PEM: the own certificate first, then those that vouch for it
 * @param privateKey PEM of PKCS #8, without a password; a secret
 */
public record OwnerTls(@JsonProperty Path certificateChain, @JsonProperty Path privateKey) {

  // Jackson hands over null for a key that is not there.
  public OwnerTls(@Nullable Path certificateChain, @Nullable Path privateKey) {
    if (certificateChain == null || privateKey == null) {
      throw new IllegalArgumentException(
          "'owner.tls.certificateChain' and 'owner.tls.privateKey' are needed: two PEM files.");
    }
    this.certificateChain = certificateChain.toAbsolutePath();
    this.privateKey = privateKey.toAbsolutePath();
  }
}
