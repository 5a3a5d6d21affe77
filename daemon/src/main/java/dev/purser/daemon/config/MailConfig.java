package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code notices.smtp}, or a channel of that type, as it is written.
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
    @JsonProperty @Nullable Duration timeout)
    implements ChannelConfig {

  /** Both are needed. */
  record Login(
      @JsonProperty @Nullable String username, @JsonProperty @Nullable Path passwordFile) {}

  @Override
  public SmtpConfig channel() {
    return new SmtpConfig(
        ChannelConfig.needed("smtp.host", host),
        ChannelConfig.needed("smtp.port", port),
        ChannelConfig.needed("smtp.from", from),
        Optional.ofNullable(login)
            .map(
                known ->
                    new SmtpConfig.Login(
                        ChannelConfig.needed("smtp.login.username", known.username()),
                        ChannelConfig.needed("smtp.login.passwordFile", known.passwordFile()))),
        tls == null ? SmtpConfig.Tls.STARTTLS : tls,
        ChannelConfig.timeout(timeout));
  }
}
