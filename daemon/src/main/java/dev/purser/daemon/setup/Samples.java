package dev.purser.daemon.setup;

import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.wall.Program;
import dev.purser.vendors.prices.AveragePrices;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.Collectors;

/** The sample files, comments and all, with the answers in place of what they say. */
final class Samples {
  private static final int USUAL_PORT = 8480;
  private static final YearMonth PRICES = YearMonth.of(2022, 7);

  private static final String NO_MAIL =
      """
        # Without a mail server, letters go to the outbox only.
        # smtp:
        #   host: mail.example.org
        #   port: 587
        #   from: purser@example.org
        #   tls: STARTTLS            # or TLS from the first byte, or NONE for a server on this machine
        #   timeout: 10s
        #   login:
        #     username: purser
        #     passwordFile: /etc/purser/secrets/smtp-password
      """;

  private final Layout layout;
  private final SetupAnswers answers;

  Samples(Layout layout, SetupAnswers answers) {
    this.layout = layout;
    this.answers = answers;
  }

  String purserYml() throws IOException {
    return layout.fit(
        new Sample("purser.yml")
            .with("baseUrl: https://purser.example.org", "baseUrl: " + answers.where().baseUrl())
            .with("from: purser@example.org\n" + NO_MAIL, mail())
            .with("port: 8480", "port: " + port())
            .text());
  }

  /** A browser on this machine comes straight to the daemon; any other by way of a proxy. */
  private int port() {
    URI url = answers.where().baseUrl();
    boolean direct = "localhost".equals(url.getHost()) && url.getPort() > 0;
    return direct ? url.getPort() : USUAL_PORT;
  }

  String policyYml() throws IOException {
    String categories =
        answers.budgets().stream()
            .map(budget -> budget.category().path().replaceFirst("/.*", ""))
            .distinct()
            .collect(Collectors.joining(", ", "[", "]"));
    return new Sample("policy.yml")
        .with("timeZone: Europe/Berlin", "timeZone: " + answers.where().zone())
        .with("shipTo: |\n  Jo Owner\n  1 Harbour Road\n  12345 Anytown", shipTo())
        .with("email: owner@example.org", "email: \"" + answers.ownerEmail() + "\"")
        .with("user: agent", "user: \"" + answers.agentUser() + "\"")
        .with("categories: [household]", "categories: " + categories)
        .with("upTo: 200.00 USD", "upTo: " + answers.approvalLimit())
        .with("owner: [owner]", "owner: [\"" + answers.ownerUser() + "\"]")
        .text();
  }

  String vendorYml() throws IOException {
    return layout.fit(
        new Sample("vendors/corner-store.yml")
            .with("orders: corner-store-orders", "orders: /var/lib/purser/orders/corner-store")
            .text());
  }

  String catalogue() throws IOException {
    Path list = Files.createTempFile("purser-", ".csv");
    try {
      AveragePrices.of(PRICES).writeCatalogue(list);
      return Files.readString(list);
    } finally {
      Files.delete(list);
    }
  }

  String unit() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return layout.fit(
        new Sample("purser.service")
            .with("ExecStart=/usr/bin/java", "ExecStart=" + java)
            .with("/usr/share/purser/purser.jar", Program.jar().toString())
            .text());
  }

  private String shipTo() {
    return "shipTo: " + quoted(answers.where().shipTo());
  }

  private String mail() {
    return answers
        .mail()
        .map(server -> "from: %s\n%s".formatted(quoted(server.from()), smtp(server)))
        .orElse("from: purser@localhost\n" + NO_MAIL);
  }

  private static String smtp(SmtpConfig server) {
    String login =
        server
            .login()
            .map(
                known ->
                    """
                        login:
                          username: %s
                          passwordFile: /etc/purser/secrets/smtp-password
                    """
                        .formatted(quoted(known.username())))
            .orElse("");
    return """
      smtp:
        host: %s
        port: %d
        from: %s
        tls: %s
    """
            .formatted(quoted(server.host()), server.port(), quoted(server.from()), server.tls())
        + login;
  }

  private static String quoted(String text) {
    return "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** One of them; what is to be replaced must be there. */
  private record Sample(String name, String text) {
    Sample(String name) throws IOException {
      this(name, read(name));
    }

    private static String read(String name) throws IOException {
      try (InputStream in = Samples.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("the program comes without its sample " + name);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    Sample with(String from, String to) {
      if (!text.contains(from)) {
        throw new IllegalStateException(name + " does not say: " + from);
      }
      return new Sample(name, text.replace(from, to));
    }
  }
}
