package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.Templates;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.converter.EmailConverter;

class PostmenTest {
  private static final Clock CLOCK = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Path dir;
  private final Letter letter =
      new LetterWriter(new Templates(), "owner@example.org")
          .write(
              "id",
              List.of(
                  Notice.leading(new News.Proposed(), Sheets.hostile(), LetterWriterTest.LINK)));

  PostmenTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aRealServerTakesTheLetterWithHeadersAndBothBodies() throws Exception {
    smtp(server.getSmtp().getPort(), Optional.empty()).deliver(letter);

    MimeMessage received = server.getReceivedMessages()[0];
    Email email = EmailConverter.mimeMessageToEmail(received);
    assertThat(received.getSubject()).isEqualTo("Confirm 13.21 USD at Corner Store?");
    assertThat(received.getFrom()[0]).hasToString("Purser <purser@example.org>");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getSentDate()).isEqualTo(Date.from(Sheets.NOW));
    assertThat(email.getPlainText()).containsOnlyOnce(LetterWriterTest.LINK.toString());
    assertThat(email.getHTMLText()).containsOnlyOnce(LetterWriterTest.LINK.toString());
  }

  @Test
  void aLetterWithinThisMachineNeedsNoDomain() throws Exception {
    SmtpConfig config =
        new SmtpConfig(
            "localhost",
            server.getSmtp().getPort(),
            "purser@localhost",
            Optional.empty(),
            SmtpConfig.Tls.NONE,
            Duration.ofSeconds(2));
    Letter local =
        new Letter(
            letter.about(), "owner@localhost", letter.subject(), letter.text(), letter.html());

    new SmtpPostman(config, CLOCK).deliver(local);

    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("owner@localhost");
  }

  @Test
  void aHostileTitleAddsNoRecipientAndNoHeader() throws Exception {
    smtp(server.getSmtp().getPort(), Optional.empty()).deliver(letter);

    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getAllRecipients()).hasSize(1);
    assertThat(received.getRecipients(Message.RecipientType.BCC)).isNull();
    assertThat(GreenMailUtil.getHeaders(received)).doesNotContain("evil", "Bcc");
  }

  @Test
  void thePasswordComesFromItsFileAtEachDelivery() throws Exception {
    server.setUser("purser", "second");
    Path password = Files.writeString(dir.resolve("password"), "first\n");
    Postman postman =
        smtp(server.getSmtp().getPort(), Optional.of(new SmtpConfig.Login("purser", password)));
    assertThatThrownBy(() -> postman.deliver(letter)).isInstanceOf(UndeliveredException.class);

    Files.writeString(password, "second\n");

    postman.deliver(letter);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aServerThatIsDownLeavesTheLetterUndelivered() throws IOException {
    int port = server.getSmtp().getPort();
    server.stop();

    assertThatThrownBy(() -> smtp(port, Optional.empty()).deliver(letter))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("ConnectException")
        .hasMessageNotContaining("LLL");
  }

  @Test
  void aServerThatSaysNothingLeavesTheLetterUndelivered() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      assertThatThrownBy(() -> smtp(silent.getLocalPort(), Optional.empty()).deliver(letter))
          .isInstanceOf(UndeliveredException.class);
    }
  }

  @Test
  void aServerWithoutTlsGetsNothingWhenTlsIsAskedFor() {
    SmtpConfig config =
        new SmtpConfig(
            "localhost",
            server.getSmtp().getPort(),
            "purser@example.org",
            Optional.empty(),
            SmtpConfig.Tls.STARTTLS,
            Duration.ofSeconds(2));

    assertThatThrownBy(() -> new SmtpPostman(config, CLOCK).deliver(letter))
        .isInstanceOf(UndeliveredException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithACertificateOfItsOwnMakingGetsNothing() {
    GreenMail selfSigned = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    selfSigned.start();
    try {
      SmtpConfig config =
          new SmtpConfig(
              "localhost",
              selfSigned.getSmtps().getPort(),
              "purser@example.org",
              Optional.empty(),
              SmtpConfig.Tls.TLS,
              Duration.ofSeconds(5));

      assertThatThrownBy(() -> new SmtpPostman(config, CLOCK).deliver(letter))
          .isInstanceOf(UndeliveredException.class)
          .hasStackTraceContaining("PKIX");
      assertThat(selfSigned.getReceivedMessages()).isEmpty();
    } finally {
      selfSigned.stop();
    }
  }

  @Test
  void aPasswordDoesNotCrossTheNetworkInTheOpen() {
    Optional<SmtpConfig.Login> login =
        Optional.of(new SmtpConfig.Login("purser", Path.of("password")));

    assertThatThrownBy(() -> config("mail.example.org", 25, login))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> config("mail.example.org", 25, Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void theOutboxNamesTimeKindAndOrderAndNotTheLink() throws Exception {
    outbox().deliver(letter);

    assertThat(files())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("20261123T100000.000000Z-order-proposed-" + Sheets.ORDER + ".eml");
  }

  @Test
  void onlyItsOwnerReadsALetterInTheOutbox() throws Exception {
    outbox().deliver(letter);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLetterInTheOutboxReadsBackAsItWasWritten() throws Exception {
    outbox().deliver(letter);

    Email email = EmailConverter.emlToEmail(files().get(0).toFile());
    assertThat(email.getSubject()).isEqualTo(letter.subject());
    assertThat(email.getPlainText()).containsOnlyOnce(LetterWriterTest.LINK.toString());
    assertThat(email.getRecipients()).hasSize(1);
  }

  @Test
  void anOutboxThatIsGoneLeavesTheLetterUndelivered() {
    Postman outbox = new OutboxPostman(dir.resolve("gone"), "purser@example.org", CLOCK);

    assertThatThrownBy(() -> outbox.deliver(letter)).isInstanceOf(UndeliveredException.class);
  }

  private OutboxPostman outbox() {
    return new OutboxPostman(dir, "purser@example.org", CLOCK);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(dir)) {
      return files.toList();
    }
  }

  private static Postman smtp(int port, Optional<SmtpConfig.Login> login) {
    return new SmtpPostman(config("localhost", port, login), CLOCK);
  }

  private static SmtpConfig config(String host, int port, Optional<SmtpConfig.Login> login) {
    return new SmtpConfig(
        host, port, "purser@example.org", login, SmtpConfig.Tls.NONE, Duration.ofSeconds(2));
  }
}
