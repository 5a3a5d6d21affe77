package dev.purser.vendors.prices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * One row of the Bureau's table.
 *
 * @param seriesId {@code APU0000} (US city average) and six digits of the item
 * @param unit what the price is for, such as {@code lb}
 * @param usd US dollars with three decimals
 */
record AveragePrice(
    @JsonProperty("series_id") String seriesId,
    String item,
    String unit,
    int year,
    int month,
    BigDecimal usd) {
  private static final String US_CITY_AVERAGE = "APU0000";

  AveragePrice {
    if (!seriesId.startsWith(US_CITY_AVERAGE)) {
      throw new IllegalArgumentException(seriesId + " is not a US city average price");
    }
  }

  YearMonth yearMonth() {
    return YearMonth.of(year, month);
  }

  String sku() {
    return seriesId.substring(US_CITY_AVERAGE.length());
  }

  /** Cents cannot be paid in tenths; half a cent goes up. */
  BigDecimal price() {
    return usd.setScale(2, RoundingMode.HALF_UP);
  }

  /** The Bureau numbers its items by kind; the first three digits are the kind. */
  String category() {
    return switch (sku().substring(0, 3)) {
      case "701" -> "cereals";
      case "702" -> "bakery";
      case "703" -> "beef";
      case "704" -> "pork";
      case "705" -> "meat";
      case "706" -> "poultry";
      case "708" -> "eggs";
      case "709" -> "milk";
      case "710" -> "dairy";
      case "711" -> "fruit";
      case "712" -> "vegetables";
      case "713" -> "juice";
      case "715" -> "sugar";
      case "717" -> "coffee";
      case "718" -> "snacks";
      default -> "food";
    };
  }
}
