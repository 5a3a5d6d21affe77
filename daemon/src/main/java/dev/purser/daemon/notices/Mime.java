package dev.purser.daemon.notices;

import java.time.Instant;
import java.util.Date;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.email.EmailBuilder;

/** A letter as a MIME message. */
final class Mime {
  private Mime() {}

  static Email of(Letter letter, String from, Instant at) {
    return EmailBuilder.startingBlank()
        .from("Purser", from)
        .to(letter.recipient())
        .withSubject(letter.subject())
        .withPlainText(letter.text())
        .withHTMLText(letter.html())
        // Out-of-office robots answer to no address of ours.
        .withHeader("Auto-Submitted", "auto-generated")
        .fixingSentDate(Date.from(at))
        .buildEmail();
  }
}
