package dev.purser.daemon.notices;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A way to reach the owner, as it is configured. */
public sealed interface Channel permits SmtpConfig, NtfyConfig, WebhookConfig {

  <R> R match(
      Function<SmtpConfig, R> ifSmtp,
      Function<NtfyConfig, R> ifNtfy,
      Function<WebhookConfig, R> ifWebhook);

  /** For people, such as {@code mail through mail.example.org}; never a secret. */
  String sentence();

  /** What the daemon alone may read. */
  Optional<Path> secretFile();
}
