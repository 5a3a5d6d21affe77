package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A product that the words could mean.
 *
 * @param gtin 14 digits, or null where the vendor gives none
 * @param unitPrice null where the vendor gives no price; such a product cannot be ordered
 * @param category the owner's budget line that would pay
 */
public record CandidateView(
    String vendor,
    String sku,
    @Nullable String gtin,
    String title,
    String size,
    @JsonProperty("unit_price") @Nullable Amount unitPrice,
    String category) {}
