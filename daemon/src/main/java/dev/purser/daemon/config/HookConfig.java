package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.notices.WebAddress;
import dev.purser.daemon.notices.WebhookConfig;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A channel of type {@code webhook}, as it is written. */
record HookConfig(
    @JsonProperty @Nullable URI url,
    @JsonProperty @Nullable Path secretFile,
    @JsonProperty @Nullable Duration timeout)
    implements ChannelConfig {
  @Override
  public WebhookConfig channel() {
    return new WebhookConfig(
        new WebAddress(ChannelConfig.needed("webhook.url", url)),
        ChannelConfig.needed("webhook.secretFile", secretFile),
        ChannelConfig.timeout(timeout));
  }
}
