package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.Pace;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the owner is told.
 *
 * @param outbox directory where a copy of every letter is kept as a file
 * @param from the address in those copies
 * @param smtp the mail server; without it, letters go to the outbox only
 * @param gather an agent's proposals within this time are told in one letter
 * @param quiet how long the next letter about the same agent's proposals waits
 */
public record NoticesConfig(
    @JsonProperty Path outbox,
    @JsonProperty String from,
    @JsonProperty @Nullable SmtpConfig smtp,
    @JsonProperty @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration gather,
    @JsonProperty @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration quiet) {
  static final NoticesConfig DEFAULTS = new NoticesConfig(null, null, null, null, null);

  public NoticesConfig(
      @Nullable Path outbox,
      @Nullable String from,
      @Nullable SmtpConfig smtp,
      @Nullable Duration gather,
      @Nullable Duration quiet) {
    this.outbox = outbox == null ? Path.of("/var/lib/purser/outbox") : outbox;
    this.from = from == null ? "purser@localhost" : from;
    this.smtp = smtp;
    this.gather = gather == null ? Duration.seconds(5) : gather;
    this.quiet = quiet == null ? Duration.minutes(2) : quiet;
  }

  /** How often one agent's proposals may make a letter. */
  public Pace pace() {
    return new Pace(gather.toJavaDuration(), quiet.toJavaDuration());
  }
}
