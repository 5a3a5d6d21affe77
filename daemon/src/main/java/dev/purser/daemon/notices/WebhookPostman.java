package dev.purser.daemon.notices;

import dev.purser.budgets.Money;
import dev.purser.daemon.audit.CanonicalJson;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a program of the owner's, by the rules of Standard Webhooks: an id that is the same when
 * the same is told again, the time, and a signature over both and the body.
 */
public final class WebhookPostman implements Postman {
  private final WebhookConfig config;
  private final HttpPost post;
  private final Clock clock;

  public WebhookPostman(WebhookConfig config, Clock clock) {
    this.config = config;
    this.post = new HttpPost(config.address(), config.timeout());
    this.clock = clock;
  }

  @Override
  public String channel() {
    return "webhook";
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    Instant now = clock.instant();
    String id = "msg_" + letter.about().id();
    String body = CanonicalJson.write(body(letter, now));
    String seconds = Long.toString(now.getEpochSecond());
    String signature = WebhookKey.read(config.keyFile()).sign(id + "." + seconds + "." + body);
    post.send(
        body,
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            seconds,
            "webhook-signature",
            "v1," + signature));
  }

  private static Map<String, Object> body(Letter letter, Instant now) {
    Letter.About about = letter.about();
    return Map.of(
        "type",
        "purser.notice",
        "timestamp",
        now.toString(),
        "data",
        Map.of(
            "subject",
            letter.subject(),
            "dry_run",
            about.dryRun(),
            "orders",
            about.matters().stream().map(WebhookPostman::order).toList()));
  }

  private static Map<String, Object> order(Letter.Matter matter) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("order", matter.order().toString());
    order.put("news", matter.news().slug());
    order.put("payee", matter.payee());
    order.put("total", total(matter.total()));
    matter.link().map(URI::toString).ifPresent(link -> order.put("link", link));
    return order;
  }

  private static Map<String, String> total(Money total) {
    return Map.of("currency", total.currency().getCurrencyCode(), "value", total.value());
  }
}
