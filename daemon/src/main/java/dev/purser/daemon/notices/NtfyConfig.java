package dev.purser.daemon.notices;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A topic of an ntfy server.
 *
 * @param server where messages are posted to
 * @param topic who knows its name can read it, unless the server asks for a token
 * @param tokenFile holds an access token and nothing else; read at each message
 * @param timeout from connecting until the answer is there, 1 ms to 2 minutes
 */
public record NtfyConfig(
    WebAddress server, String topic, Optional<Path> tokenFile, Duration timeout)
    implements Channel {
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public NtfyConfig {
    HttpPost.requireTimeout(timeout);
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException(
          "an ntfy url ends in its topic: letters, digits, '_' and '-', at most 64");
    }
  }

  /**
   * A topic by its address, such as {@code https://ntfy.example.org/purchases}.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static NtfyConfig at(URI topic, Optional<Path> tokenFile, Duration timeout) {
    String path = String.valueOf(new WebAddress(topic).uri().getRawPath());
    return new NtfyConfig(
        new WebAddress(topic.resolve(".")),
        path.substring(path.lastIndexOf('/') + 1),
        tokenFile,
        timeout);
  }

  @Override
  public <R> R match(
      Function<SmtpConfig, R> ifSmtp,
      Function<NtfyConfig, R> ifNtfy,
      Function<WebhookConfig, R> ifWebhook) {
    return ifNtfy.apply(this);
  }

  @Override
  public String sentence() {
    return "ntfy at " + server.host();
  }

  @Override
  public Optional<Path> secretFile() {
    return tokenFile;
  }

  /** Without the topic: often nothing else keeps others from reading it. */
  @Override
  public String toString() {
    return "NtfyConfig[" + server.host() + "]";
  }
}
