package dev.purser.daemon.notices.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the owner's clocks show them, such as {@code Tue 24 Nov 2026, 10:00 CET}. */
public record OwnerClock(ZoneId zone) {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss zzz", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

  /** With the year and the zone. */
  public String full(Instant instant) {
    return LONG.format(instant.atZone(zone));
  }

  /** To the second, where seconds may be all that is left. */
  public String exact(Instant instant) {
    return EXACT.format(instant.atZone(zone));
  }

  /** Without the year and the zone, where space is short and both are clear. */
  public String brief(Instant instant) {
    return SHORT.format(instant.atZone(zone));
  }
}
