package dev.purser.daemon.notices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A program of the owner's that is told by HTTP.
 *
 * @param address where it listens
 * @param keyFile holds the key that both sides know, as {@code whsec_} and base64 of 24 to 64
 *     bytes; read at each message
 * @param timeout from connecting until the answer is there, 1 ms to 2 minutes
 */
public record WebhookConfig(WebAddress address, Path keyFile, Duration timeout) implements Channel {

  public WebhookConfig {
    HttpPost.requireTimeout(timeout);
  }

  @Override
  public <R> R match(
      Function<SmtpConfig, R> ifSmtp,
      Function<NtfyConfig, R> ifNtfy,
      Function<WebhookConfig, R> ifWebhook) {
    return ifWebhook.apply(this);
  }

  @Override
  public String sentence() {
    return "a webhook at " + address.host();
  }

  @Override
  public Optional<Path> secretFile() {
    return Optional.of(keyFile);
  }
}
