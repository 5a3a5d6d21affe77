package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplejavamail.converter.EmailConverter;

/** An owner in a hurry: reads letters in the outbox, and answers without a browser. */
final class OwnerByHttp {
  private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
  private static final int SEE_OTHER = 303;
  private static final int TOO_EARLY = 425;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path outbox;
  private final Supplier<String> passphrase;

  OwnerByHttp(Path outbox, Supplier<String> passphrase) {
    this.outbox = outbox;
    this.passphrase = passphrase;
  }

  OwnerByHttp(Demo demo) {
    this(demo.file("outbox"), demo::passphrase);
  }

  /** A letter's two bodies. */
  record Letter(String text, String html) {
    static Letter read(Path file) {
      var email = EmailConverter.emlToEmail(file.toFile());
      return new Letter(String.valueOf(email.getPlainText()), String.valueOf(email.getHTMLText()));
    }

    String link() {
      return Mailbox.linkIn(text);
    }
  }

  /** The letter that asks about an order; waits for it. */
  Letter letterAbout(String order) {
    Path letter =
        Eventually.get(
            "a letter about " + order,
            () -> TestFiles.in(outbox, order + ".eml").stream().findFirst());
    return Letter.read(letter);
  }

  String page(String link) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Whether the daemon said that the yes counts; empty where the order no longer waits. */
  Optional<Boolean> confirm(String link) throws IOException, InterruptedException {
    String page = page(link);
    Matcher digest = DIGEST.matcher(page);
    Matcher shown = SHOWN.matcher(page);
    if (!digest.find() || !shown.find()) {
      return Optional.empty();
    }
    String form =
        "digest=%s&shown=%s&passphrase=%s"
            .formatted(digest.group(1), shown.group(1), URLEncoder.encode(passphrase.get(), UTF_8));
    int status = post(link + "/confirm", form);
    while (status == TOO_EARLY) {
      TimeUnit.MILLISECONDS.sleep(100);
      status = post(link + "/confirm", form);
    }
    return Optional.of(status == SEE_OTHER);
  }

  boolean decline(String link, String reason) throws IOException, InterruptedException {
    return post(link + "/decline", "reason=" + URLEncoder.encode(reason, UTF_8)) == SEE_OTHER;
  }

  private int post(String address, String form) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
