package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its agent may see it. Never the link by which the owner confirms.
 *
 * @param order its id
 * @param total null while a product in it has no price
 * @param expiresAt when the owner's time to answer ends; null once that no longer matters
 * @param violations every reason for {@code denied} at once
 * @param decline why the owner said no, where the owner did; otherwise the field is not there
 * @param mandate the id of the owner's standing mandate that it was confirmed under; null if the
 *     owner was asked, and then not written at all
 */
public record OrderView(
    String order,
    Status status,
    String vendor,
    @Nullable Amount total,
    @JsonProperty("expires_at") @Nullable OffsetDateTime expiresAt,
    List<ViolationView> violations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DeclineView decline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mandate) {
  public OrderView {
    violations = List.copyOf(violations);
  }

  /** An order about which there is no more to say. */
  public OrderView(
      String order,
      Status status,
      String vendor,
      @Nullable Amount total,
      @Nullable OffsetDateTime expiresAt,
      List<ViolationView> violations) {
    this(order, status, vendor, total, expiresAt, violations, null, null);
  }

  /** Where the order stands, in an agent's terms. */
  public enum Status {
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("awaiting_confirmation")
    AWAITING_CONFIRMATION,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("placed")
    PLACED,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("failed")
    FAILED
  }
}
