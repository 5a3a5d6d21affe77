package dev.purser.budgets;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What one agent is allowed less than the policy would allow it. It can only take away: see {@link
 * PolicyTerms#narrowedBy}.
 *
 * @param categories nothing outside these and all below them; empty for no such bound
 * @param vendors nothing from anybody else; empty for no such bound
 * @param cap the most that one order may come to; empty for no such bound
 * @param expiresAt from then on nothing at all; empty for never
 */
public record Attenuation(
    Optional<Set<CategoryId>> categories,
    Optional<Set<VendorId>> vendors,
    Optional<Money> cap,
    Optional<Instant> expiresAt) {
  /** Takes nothing away. */
  public static final Attenuation NONE =
      new Attenuation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Takes everything away. */
  public static final Attenuation ALL =
      new Attenuation(
          Optional.of(Set.of()), Optional.of(Set.of()), Optional.empty(), Optional.empty());

  public Attenuation {
    categories = categories.map(Set::copyOf);
    vendors = vendors.map(Set::copyOf);
    if (cap.filter(Money::isNegative).isPresent()) {
      throw new IllegalArgumentException("a cap is not negative");
    }
  }

  /** An agent that has expired may nothing, whatever else is said here. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }
}
