package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.SmtpConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the owner is told.
 *
 * @param outbox directory where a copy of every letter is kept as a file
 * @param from the address in those copies
 * @param smtp the mail server; without it, letters go to the outbox only
 */
public record NoticesConfig(
    @JsonProperty Path outbox, @JsonProperty String from, @JsonProperty @Nullable SmtpConfig smtp) {
  static final NoticesConfig DEFAULTS = new NoticesConfig(null, null, null);

  public NoticesConfig(@Nullable Path outbox, @Nullable String from, @Nullable SmtpConfig smtp) {
    this.outbox = outbox == null ? Path.of("/var/lib/purser/outbox") : outbox;
    this.from = from == null ? "purser@localhost" : from;
    this.smtp = smtp;
  }
}
