package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code notices.smtp}, as it is written.
 *
 * @param tls how the connection is kept secret; STARTTLS without it
 * @param timeout 10 s without it
 */
record MailConfig(
    @JsonProperty @Nullable String host,
    @JsonProperty @Nullable Integer port,
    @JsonProperty @Nullable String from,
    @JsonProperty @Nullable Login login,
    @JsonProperty SmtpConfig.@Nullable Tls tls,
    @JsonProperty @Nullable Duration timeout) {
  private static final Duration DEFAULT_TIMEOUT = Duration.seconds(10);

  /** Both are needed. */
  record Login(
      @JsonProperty @Nullable String username, @JsonProperty @Nullable Path passwordFile) {}

  /** The mail server that it describes. */
  SmtpConfig server() {
    return new SmtpConfig(
        needed("host", host),
        needed("port", port),
        needed("from", from),
        Optional.ofNullable(login)
            .map(
                known ->
                    new SmtpConfig.Login(
                        needed("login.username", known.username()),
                        needed("login.passwordFile", known.passwordFile()))),
        tls == null ? SmtpConfig.Tls.STARTTLS : tls,
        (timeout == null ? DEFAULT_TIMEOUT : timeout).toJavaDuration());
  }

  private static <T> T needed(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("'smtp." + key + "' is needed.");
    }
    return value;
  }
}
