package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonCreator;
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
    Path outbox,
    String from,
    @Nullable SmtpConfig smtp,
    @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration gather,
    @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration quiet) {
  static final NoticesConfig DEFAULTS = of(null, null, null, null, null);

  // Jackson hands over null for a key that is not there.
  @JsonCreator
  static NoticesConfig of(
      @JsonProperty("outbox") @Nullable Path outbox,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty("smtp") @Nullable MailConfig smtp,
      @JsonProperty("gather") @Nullable Duration gather,
      @JsonProperty("quiet") @Nullable Duration quiet) {
    return new NoticesConfig(
        outbox == null ? Path.of("/var/lib/purser/outbox") : outbox,
        from == null ? "purser@localhost" : from,
        smtp == null ? null : smtp.server(),
        gather == null ? Duration.seconds(5) : gather,
        quiet == null ? Duration.minutes(2) : quiet);
  }

  /** How often one agent's proposals may make a letter. */
  public Pace pace() {
    return new Pace(gather.toJavaDuration(), quiet.toJavaDuration());
  }
}
