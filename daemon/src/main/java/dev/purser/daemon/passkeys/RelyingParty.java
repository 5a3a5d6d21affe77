package dev.purser.daemon.passkeys;

/**
 * Who asks, as browsers tell passkeys. A browser answers for no other origin, and a passkey signs
 * for no other host.
 *
 * @param id the host, such as {@code purser.example}
 * @param origin such as {@code https://purser.example}; compared letter by letter
 */
public record RelyingParty(String id, String origin) {
  public RelyingParty {
    if (id.isBlank() || !origin.contains("://" + id)) {
      throw new IllegalArgumentException("the origin is not the host's");
    }
  }
}
