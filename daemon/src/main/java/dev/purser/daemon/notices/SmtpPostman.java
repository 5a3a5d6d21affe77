package dev.purser.daemon.notices;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import org.simplejavamail.MailException;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailerBuilder;

/** Sends letters by SMTP. Waits for the server to take the letter before it returns. */
public final class SmtpPostman implements Postman {
  private final SmtpConfig config;
  private final Clock clock;

  public SmtpPostman(SmtpConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return "smtp";
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    try {
      mailer().sendMail(Mime.of(letter, config.from(), clock.instant()), false).join();
    } catch (MailException | CompletionException | IOException e) {
      throw undelivered(e);
    }
  }

  // The kind of the cause says whom to ask; its text might quote the letter, and with it the link.
  private UndeliveredException undelivered(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new UndeliveredException(
        "%s:%d did not take a letter (%s)"
            .formatted(config.host(), config.port(), cause.getClass().getSimpleName()),
        e);
  }

  private Mailer mailer() throws IOException {
    var builder =
        MailerBuilder.withSMTPServer(config.host(), config.port())
            .withTransportStrategy(strategy())
            // The library would trust every certificate.
            .trustingAllHosts(false)
            .verifyingServerIdentity(true)
            // The library would refuse owner@localhost; what an address is, the server knows.
            .clearEmailValidator()
            .withSessionTimeout((int) config.timeout().toMillis());
    if (config.tls() == SmtpConfig.Tls.NONE) {
      // The library would try STARTTLS, and fail with servers of this machine that offer it
      // untrusted.
      builder = builder.withProperty("mail.smtp.starttls.enable", "false");
    }
    if (config.login().isPresent()) {
      SmtpConfig.Login login = config.login().get();
      builder =
          builder
              .withSMTPServerUsername(login.username())
              .withSMTPServerPassword(Files.readString(login.passwordFile()).strip());
    }
    return builder.buildMailer();
  }

  private TransportStrategy strategy() {
    return switch (config.tls()) {
      case NONE -> TransportStrategy.SMTP;
      case STARTTLS -> TransportStrategy.SMTP_TLS;
      case TLS -> TransportStrategy.SMTPS;
    };
  }
}
