package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * {@code notices.quietHours}: by the owner's clock, across midnight where {@code to} is the
 * earlier.
 */
public record NightConfig(LocalTime from, LocalTime to) {
  public NightConfig {
    if (from.equals(to)) {
      throw new IllegalArgumentException("'quietHours' end at another time than they begin.");
    }
  }

  @JsonCreator
  static NightConfig of(
      @JsonProperty("from") @Nullable String from, @JsonProperty("to") @Nullable String to) {
    return new NightConfig(time("from", from), time("to", to));
  }

  QuietHours in(ZoneId zone) {
    return QuietHours.daily(from, to, zone);
  }

  private static LocalTime time(String key, @Nullable String written) {
    try {
      return LocalTime.parse(ChannelConfig.needed("quietHours." + key, written));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'quietHours." + key + "' is a time like \"22:00\".", e);
    }
  }
}
