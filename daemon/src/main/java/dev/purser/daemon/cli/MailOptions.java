package dev.purser.daemon.cli;

import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.notices.SmtpConfig.Tls;
import dev.purser.daemon.setup.SetupAnswers;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The mail server that takes notices: asked on a terminal, or said by options. */
final class MailOptions {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String PASSWORD = "mail password";
  private static final String HOST = "Which mail server takes notices (none yet: just Enter)?";
  private static final String USER = "Who to log in as there (nobody: just Enter)?";

  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = {
        "The mail server that takes notices. Without it, and with --yes, notices are files and no",
        "more until purser.yml says it."
      })
  private @Nullable String host;

  @Option(
      names = "--smtp-port",
      paramLabel = "PORT",
      description = "Its port. Default: 587, with TLS 465, with NONE 25.")
  private @Nullable Integer port;

  @Option(
      names = "--smtp-tls",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}. Default: STARTTLS; NONE for localhost.")
  private @Nullable Tls tls;

  @Option(
      names = "--smtp-from",
      paramLabel = "ADDRESS",
      description = "The address that notices come from; needed with --smtp-host.")
  private @Nullable String from;

  @Option(
      names = "--smtp-user",
      paramLabel = "USER",
      description = "Who to log in as, where the server wants that.")
  private @Nullable String user;

  @Option(
      names = "--smtp-password-stdin",
      description = "Read that user's password from one line of standard input.")
  private boolean passwordOnStdin;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = {
        "Read that user's password from the first line of a file; remove the file yourself.",
        "It takes the place of one that was set before."
      })
  private @Nullable Path passwordFile;

  /**
   * All of it is right on its own; nothing was made yet.
   *
   * @param kept where the password will be
   */
  Optional<SmtpConfig> answers(Interview interview, Path kept) {
    boolean isSaid = host != null;
    String server =
        host == null ? asked(interview, HOST, MailOptions::requireHost) : requireHost(host);
    if (server == null || server.isEmpty()) {
      requireNothingElse();
      return Optional.empty();
    }
    String sender =
        interview.about(
            from,
            new Interview.Question("--smtp-from", "Which address do notices come from?"),
            SetupAnswers::requireEmail);
    if (!isSaid && user == null) {
      user = asked(interview, USER, MailOptions::requireUser);
    }
    return Optional.of(server(server, sender, kept));
  }

  /** An answer that may be empty; null when nobody answers. */
  private static @Nullable String asked(
      Interview interview, String words, UnaryOperator<String> meaning) {
    return interview
        .untilItWillDo(talk -> Optional.ofNullable(talk.ask(words)).map(String::strip).map(meaning))
        .orElse(null);
  }

  private static String requireHost(String name) {
    if (!name.matches("[A-Za-z0-9._:-]{0,253}")) {
      throw new RefusedException("'%s' is no name of a mail server".formatted(name));
    }
    return name;
  }

  private static String requireUser(String name) {
    if (name.length() > 200 || name.matches("(?s).*\\p{C}.*")) {
      throw new RefusedException("a mail server's user is one line of up to 200 characters");
    }
    return name;
  }

  private SmtpConfig server(String name, String sender, Path kept) {
    Optional<SmtpConfig.Login> login =
        Optional.ofNullable(user)
            .filter(known -> !known.isEmpty())
            .map(MailOptions::requireUser)
            .map(known -> new SmtpConfig.Login(known, kept));
    if (login.isEmpty() && isPasswordGiven()) {
      throw new RefusedException("say --smtp-user: a password is somebody's");
    }
    Tls kind = tls == null ? usual(name) : tls;
    return new SmtpConfig(name, port == null ? usual(kind) : port, sender, login, kind, TIMEOUT);
  }

  private void requireNothingElse() {
    if (port != null || tls != null || from != null || user != null) {
      throw new RefusedException("say --smtp-host: the other --smtp- options tell of it");
    }
  }

  private static Tls usual(String name) {
    return name.equals("localhost") ? Tls.NONE : Tls.STARTTLS;
  }

  private static int usual(Tls kind) {
    return switch (kind) {
      case NONE -> 25;
      case STARTTLS -> 587;
      case TLS -> 465;
    };
  }

  boolean isOnStandardInput() {
    return passwordOnStdin;
  }

  boolean isPasswordGiven() {
    return passwordOnStdin || passwordFile != null;
  }

  /**
   * The password as given, or as typed.
   *
   * @throws RefusedException when there is none
   */
  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  String password(boolean asksNothing) throws IOException {
    if (passwordOnStdin) {
      return SecretLine.ofStandardInput(PASSWORD);
    }
    if (passwordFile != null) {
      return SecretLine.of(passwordFile, PASSWORD);
    }
    Console console = System.console();
    char[] typed =
        asksNothing || console == null
            ? null
            : console.readPassword("The mail server's password: ");
    if (typed == null || typed.length == 0) {
      throw new RefusedException("say --smtp-password-file or --smtp-password-stdin");
    }
    return new String(typed);
  }
}
