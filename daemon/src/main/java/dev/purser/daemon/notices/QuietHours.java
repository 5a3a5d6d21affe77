package dev.purser.daemon.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When the owner does not want to be woken. What would be of no use afterwards is told all the
 * same: silence buys nothing, but it also loses what could have been answered.
 */
public final class QuietHours {
  /**
   * An order that can only be answered for less than this after the quiet hours is told in them.
   */
  static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

  private final Optional<Times> times;

  private QuietHours(Optional<Times> times) {
    this.times = times;
  }

  public static QuietHours none() {
    return new QuietHours(Optional.empty());
  }

  /**
   * Every day between two times, perhaps across midnight.
   *
   * @param from the first quiet minute
   * @param to the first that is not; another than {@code from}
   * @param zone the owner's
   */
  public static QuietHours daily(LocalTime from, LocalTime to, ZoneId zone) {
    return new QuietHours(Optional.of(new Times(from, to, zone)));
  }

  private record Times(LocalTime from, LocalTime to, ZoneId zone) {
    Times {
      if (from.equals(to)) {
        throw new IllegalArgumentException("quiet hours end at another time than they begin");
      }
    }

    /** Quiet hours that end on that day. */
    Span endingOn(LocalDate day) {
      LocalDate begins = from.isBefore(to) ? day : day.minusDays(1);
      return new Span(at(begins, from), at(day, to));
    }

    private Instant at(LocalDate day, LocalTime time) {
      return day.atTime(time).atZone(zone).toInstant();
    }
  }

  /** From the first quiet instant to the first that is not. */
  record Span(Instant from, Instant to) {
    static final Span NEVER = new Span(Instant.EPOCH, Instant.EPOCH);

    boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  /** The quiet hours that it is now; empty if it is none. */
  Optional<Span> during(Instant now) {
    return times.flatMap(
        daily -> {
          LocalDate today = now.atZone(daily.zone()).toLocalDate();
          return Optional.of(daily.endingOn(today))
              .filter(span -> span.contains(now))
              .or(() -> Optional.of(daily.endingOn(today.plusDays(1))))
              .filter(span -> span.contains(now));
        });
  }

  /** The quiet hours that ended last. */
  Span before(Instant now) {
    return times
        .map(
            daily -> {
              LocalDate today = now.atZone(daily.zone()).toLocalDate();
              Span todays = daily.endingOn(today);
              return todays.to().isAfter(now) ? daily.endingOn(today.minusDays(1)) : todays;
            })
        .orElse(Span.NEVER);
  }
}
