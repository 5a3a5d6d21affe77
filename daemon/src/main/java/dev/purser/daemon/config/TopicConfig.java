package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.NtfyConfig;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel of type {@code ntfy}, as it is written.
 *
 * @param url of the topic
 */
record TopicConfig(
    @JsonProperty @Nullable URI url,
    @JsonProperty @Nullable Path tokenFile,
    @JsonProperty @Nullable Duration timeout)
    implements ChannelConfig {
  @Override
  public NtfyConfig channel() {
    return NtfyConfig.at(
        ChannelConfig.needed("ntfy.url", url),
        Optional.ofNullable(tokenFile),
        ChannelConfig.timeout(timeout));
  }
}
