package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole cart, with the daemon's prices and categories.
 *
 * @param totals one for each vendor
 */
public record CartView(List<Line> lines, List<VendorTotal> totals) {
  public CartView {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
  }

  /**
   * One product of one vendor.
   *
   * @param unitPrice null where the vendor gives no price
   * @param total null where the price is
   * @param quotedAt when the price was read
   */
  public record Line(
      String vendor,
      String sku,
      String title,
      String size,
      int quantity,
      @JsonProperty("unit_price") @Nullable Amount unitPrice,
      @Nullable Amount total,
      String category,
      @JsonProperty("quoted_at") Instant quotedAt) {}

  /**
   * What one vendor's priced lines come to.
   *
   * @param total of the lines that have a price
   */
  public record VendorTotal(String vendor, Amount total) {}
}
