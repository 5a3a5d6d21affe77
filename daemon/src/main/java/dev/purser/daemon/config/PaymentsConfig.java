package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.purser.budgets.Money;
import dev.purser.daemon.payments.StripeConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How orders are paid.
 *
 * @param rail {@code dry-run}, every step but money, or {@code stripe}
 * @param dryRunDirectory where the dry run keeps its journal
 * @param stripe needed for the rail of that name
 * @param fundingCap the most that the card or account itself lets pass in a month, as its issuer
 *     was told; {@code purser doctor} compares it with the budgets
 */
public record PaymentsConfig(
    @JsonProperty Rail rail,
    @JsonProperty Path dryRunDirectory,
    @JsonProperty @Nullable StripeConfig stripe,
    @JsonProperty @JsonDeserialize(converter = ToMoney.class) @Nullable Money fundingCap) {
  static final PaymentsConfig DEFAULTS = new PaymentsConfig(null, null, null, null);

  /** The ways to pay. */
  public enum Rail {
    @JsonProperty("dry-run")
    DRY_RUN,
    @JsonProperty("stripe")
    STRIPE
  }

  public PaymentsConfig(
      @Nullable Rail rail,
      @Nullable Path dryRunDirectory,
      @Nullable StripeConfig stripe,
      @Nullable Money fundingCap) {
    this.rail = rail == null ? Rail.DRY_RUN : rail;
    this.dryRunDirectory =
        dryRunDirectory == null ? Path.of("/var/lib/purser/dry-run") : dryRunDirectory;
    this.stripe = stripe;
    this.fundingCap = fundingCap;
    if (this.rail == Rail.STRIPE && stripe == null) {
      throw new IllegalArgumentException("payments.stripe is needed for the rail 'stripe'");
    }
  }

  /** Whether this is a rehearsal. */
  public boolean movesNoMoney() {
    return rail == Rail.DRY_RUN;
  }
}
