package dev.purser.daemon.notices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The mail server that takes our letters.
 *
 * @param port 1 to 65535; usually 587 for {@code STARTTLS} and 465 for {@code TLS}
 * @param from the address that letters come from
 */
public record SmtpConfig(
    String host, int port, String from, Optional<Login> login, Tls tls, Duration timeout)
    implements Channel {
  /** Longer than this, and a silent server would hold up all later letters. */
  public static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

  public SmtpConfig {
    require(!host.isBlank(), "name the mail server");
    require(port > 0 && port < 65_536, "a port is 1 to 65535");
    require(from.matches("[^\\s@]+@[^\\s@]+"), "'from' is an address like purser@example.org");
    require(timeout.toMillis() > 0 && timeout.compareTo(MAX_TIMEOUT) <= 0, "1 ms to 2 minutes");
    require(
        login.isEmpty() || tls != Tls.NONE || host.equals("localhost"),
        "a password goes to another machine by STARTTLS or TLS only");
  }

  @Override
  public <R> R match(
      Function<SmtpConfig, R> ifSmtp,
      Function<NtfyConfig, R> ifNtfy,
      Function<WebhookConfig, R> ifWebhook) {
    return ifSmtp.apply(this);
  }

  @Override
  public String sentence() {
    return "mail through " + host;
  }

  @Override
  public Optional<Path> secretFile() {
    return login.map(Login::passwordFile);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * Who we are to the server.
   *
   * @param passwordFile read at each delivery, so that a new password holds at once; one line
   */
  public record Login(String username, Path passwordFile) {}

  /** How the connection is kept secret. */
  public enum Tls {
    /** Not at all: for a server on this machine. */
    NONE,
    /** Plain at first, then insisted upon. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }
}
