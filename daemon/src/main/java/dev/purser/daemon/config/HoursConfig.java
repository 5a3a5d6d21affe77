package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.budgets.attention.UsualHours;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/**
 * A part of the day by the owner's clock, such as {@code {from: "07:00", to: "22:00"}}.
 *
 * @param from the first moment
 * @param to the first moment after; before {@code from} where midnight lies within
 */
public record HoursConfig(
    @JsonProperty @NotNull LocalTime from, @JsonProperty @NotNull LocalTime to) {
  static final HoursConfig DAY = new HoursConfig(UsualHours.DAY.from(), UsualHours.DAY.to());

  public UsualHours hours() {
    return new UsualHours(from, to);
  }
}
