package dev.purser.daemon.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplejavamail.converter.EmailConverter;

/** The owner's mail, behind a real SMTP server. */
final class Mailbox implements AutoCloseable {
  private static final Pattern LINK =
      Pattern.compile("http://localhost:\\d+/o/(?<locator>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  Mailbox() {
    server.start();
  }

  /** From now on this user may log in with this password, and with no other. */
  Mailbox letIn(String user, String password) {
    server.setUser(user, password);
    return this;
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** The plain text of a letter, the first being number 1; waits for it. */
  String letter(int number) {
    return Eventually.get(
        "letter " + number,
        () ->
            Optional.of(server.getReceivedMessages())
                .filter(letters -> letters.length >= number)
                .map(letters -> EmailConverter.mimeMessageToEmail(letters[number - 1]))
                .map(letter -> String.valueOf(letter.getPlainText())));
  }

  static String linkIn(String letter) {
    return found(letter).group();
  }

  static String locatorIn(String letter) {
    return found(letter).group("locator");
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Matcher found(String letter) {
    Matcher link = LINK.matcher(letter);
    if (!link.find()) {
      throw new AssertionError("no link in: " + letter);
    }
    return link;
  }
}
