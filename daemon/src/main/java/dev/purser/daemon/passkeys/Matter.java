package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a signature is asked for.
 *
 * @param order whose story it is part of; empty where it is about several, or about none
 * @param digest SHA-256, in hexadecimal, of the canonical JSON that says what exactly
 */
public record Matter(Action action, Optional<UUID> order, String digest) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public Matter {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("the digest has 64 hexadecimal digits");
    }
  }

  /** A yes to the order with this digest. */
  public static Matter order(UUID order, String digest) {
    return new Matter(Action.CONFIRM, Optional.of(order), digest);
  }

  /**
   * A yes to several orders at once.
   *
   * @param orders canonical JSON that names each by its id and digest
   */
  public static Matter several(String orders) {
    return new Matter(Action.CONFIRM_SEVERAL, Optional.empty(), CanonicalJson.sha256(orders));
  }

  /** The owner's pages. */
  public static Matter signIn() {
    return of(Action.SIGN_IN, Map.of());
  }

  /** Anything that these terms, together with the action, say in full. */
  public static Matter of(Action action, Map<String, ?> terms) {
    return new Matter(action, Optional.empty(), CanonicalJson.sha256(CanonicalJson.write(terms)));
  }

  /** What wrong passphrases are counted by: the order, or what the session is for. */
  public String subject() {
    return order.map(UUID::toString).orElse(action.word());
  }
}
