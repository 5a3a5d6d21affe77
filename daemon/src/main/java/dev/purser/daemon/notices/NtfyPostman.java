package dev.purser.daemon.notices;

import dev.purser.daemon.audit.CanonicalJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a short message by ntfy, as JSON: its headers would have to be encoded, and a header is
 * where a line break does harm. A tap opens the order's page. There are no buttons: nothing that a
 * message carries confirms.
 */
public final class NtfyPostman implements Postman {
  private static final int DEFAULT_PRIORITY = 3;
  private static final int HIGH_PRIORITY = 4;

  /** A longer message becomes an attachment, beyond 4096 bytes. */
  private static final int MAX_BYTES = 3_800;

  private final NtfyConfig config;
  private final HttpPost post;

  public NtfyPostman(NtfyConfig config) {
    this.config = config;
    this.post = new HttpPost(config.server(), config.timeout());
  }

  @Override
  public String channel() {
    return "ntfy";
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    post.send(CanonicalJson.write(message(letter)), authorization());
  }

  private Map<String, String> authorization() throws UndeliveredException {
    Optional<Path> token = config.tokenFile();
    return token.isEmpty()
        ? Map.of()
        : Map.of("Authorization", "Bearer " + KeyFile.word(token.get()));
  }

  private Map<String, Object> message(Letter letter) {
    Letter.About about = letter.about();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("topic", config.topic());
    message.put("title", letter.subject());
    message.put("message", text(about));
    message.put("priority", about.asksForAnswer() ? HIGH_PRIORITY : DEFAULT_PRIORITY);
    if (about.matters().size() == 1) {
      about
          .matters()
          .get(0)
          .link()
          .map(URI::toString)
          .ifPresent(link -> message.put("click", link));
    }
    return message;
  }

  private static String text(Letter.About about) {
    StringBuilder text = new StringBuilder(about.dryRun() ? "Dry run: no money moves\n" : "");
    List<Letter.Matter> matters = about.matters();
    for (int told = 0; told < matters.size(); told++) {
      String line = line(matters.get(told), matters.size() > 1);
      if (bytes(text) + bytes(line) > MAX_BYTES) {
        return text.append("And %d more.".formatted(matters.size() - told)).toString();
      }
      text.append(line);
    }
    return text.toString().strip();
  }

  /** With its link where a tap on the whole message cannot lead to it. */
  private static String line(Letter.Matter matter, boolean isOneOfMany) {
    String line = matter.payee() + ": " + matter.total() + "\n";
    return isOneOfMany ? line + matter.link().map(link -> link + "\n").orElse("") : line;
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
