package dev.purser.daemon.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fake Stripe's books: payment intents, their charges, and refunds. */
final class FakePayments {
  private static final JsonNode FIXTURES = fixtures();

  private final Clock clock;
  private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  private final Map<String, ObjectNode> charges = new LinkedHashMap<>();
  private int ids;
  private int authorizations;
  private int captures;
  private int refunds;

  FakePayments(Clock clock) {
    this.clock = clock;
  }

  private static JsonNode fixtures() {
    try (InputStream file = FakePayments.class.getResourceAsStream("/stripe/fixtures.json")) {
      return new ObjectMapper().readTree(file).path("resources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized FakeAnswer create(JsonNode form) {
    ObjectNode intent = newIntent(form);
    intents.put(intent.get("id").asText(), intent);
    String method = form.path("payment_method").asText();
    if (method.endsWith("threeDSecure2Required")) {
      intent.put("status", "requires_action");
      intent.putObject("next_action").put("type", "use_stripe_sdk").putObject("use_stripe_sdk");
      return FakeAnswer.ok(intent);
    }
    if (method.endsWith("chargeDeclined")) {
      return declined(intent, "card_declined", "generic_decline");
    }
    if (method.endsWith("chargeDeclinedInsufficientFunds")) {
      return declined(intent, "card_declined", "insufficient_funds");
    }
    if (method.endsWith("authenticationRequired")) {
      return declined(intent, "authentication_required", "authentication_required");
    }
    return reserved(intent);
  }

  private ObjectNode newIntent(JsonNode form) {
    ObjectNode intent = fixture("payment_intent", "pi_");
    intent
        .put("amount", form.path("amount").asLong())
        .put("currency", form.path("currency").asText())
        .put("customer", form.path("customer").asText())
        .put("payment_method", form.path("payment_method").asText())
        .put("description", form.path("description").asText())
        .put("capture_method", form.path("capture_method").asText("automatic"))
        .putNull("canceled_at");
    intent.set("metadata", metadata(form));
    return intent;
  }

  private static JsonNode metadata(JsonNode form) {
    return form.has("metadata")
        ? form.get("metadata").deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  private FakeAnswer reserved(ObjectNode intent) {
    ObjectNode charge = charge(intent);
    authorizations++;
    intent
        .put("status", "requires_capture")
        .put("amount_capturable", intent.get("amount").asLong())
        .put("latest_charge", charge.get("id").asText());
    return FakeAnswer.ok(intent);
  }

  private FakeAnswer declined(ObjectNode intent, String code, String declineCode) {
    ObjectNode charge = charge(intent);
    charge.put("status", "failed").put("paid", false);
    intent
        .put("status", "requires_payment_method")
        .putNull("payment_method")
        .put("latest_charge", charge.get("id").asText());
    ObjectNode more =
        JsonNodeFactory.instance
            .objectNode()
            .put("decline_code", declineCode)
            .put("charge", charge.get("id").asText());
    more.set("payment_intent", intent.deepCopy());
    return FakeAnswer.error(402, "card_error", code, more);
  }

  private ObjectNode charge(ObjectNode intent) {
    ObjectNode charge = fixture("charge", "ch_");
    charge
        .put("amount", intent.get("amount").asLong())
        .put("currency", intent.get("currency").asText())
        .put("payment_intent", intent.get("id").asText());
    charges.put(charge.get("id").asText(), charge);
    return charge;
  }

  synchronized FakeAnswer capture(String id, JsonNode form) {
    ObjectNode intent = intents.get(id);
    if (intent == null) {
      return FakeAnswer.invalid("resource_missing");
    }
    if (!isIn("requires_capture", intent)) {
      return FakeAnswer.invalid("payment_intent_unexpected_state");
    }
    long reserved = intent.get("amount_capturable").asLong();
    long taken = form.path("amount_to_capture").asLong(reserved);
    if (taken > reserved || taken < 1) {
      return FakeAnswer.invalid("amount_too_large");
    }
    captures++;
    intent.put("status", "succeeded").put("amount_capturable", 0).put("amount_received", taken);
    // Stripe books what was reserved and not taken as refunded.
    chargeOf(intent)
        .put("captured", true)
        .put("amount_captured", taken)
        .put("amount_refunded", reserved - taken);
    return FakeAnswer.ok(intent);
  }

  synchronized FakeAnswer cancel(String id) {
    ObjectNode intent = intents.get(id);
    if (intent == null) {
      return FakeAnswer.invalid("resource_missing");
    }
    if (isIn("succeeded", intent) || isIn("canceled", intent)) {
      return FakeAnswer.invalid("payment_intent_unexpected_state");
    }
    if (isIn("requires_capture", intent)) {
      ObjectNode charge = chargeOf(intent);
      charge.put("refunded", true).put("amount_refunded", charge.get("amount").asLong());
    }
    intent
        .put("status", "canceled")
        .put("amount_capturable", 0)
        .put("canceled_at", clock.instant().getEpochSecond());
    return FakeAnswer.ok(intent);
  }

  synchronized FakeAnswer refund(JsonNode form) {
    ObjectNode intent = intents.get(form.path("payment_intent").asText());
    if (intent == null) {
      return FakeAnswer.invalid("resource_missing");
    }
    if (!isIn("succeeded", intent)) {
      return FakeAnswer.invalid("payment_intent_unexpected_state");
    }
    ObjectNode charge = chargeOf(intent);
    long back = charge.get("amount_refunded").asLong();
    long amount = form.path("amount").asLong();
    if (back + amount > charge.get("amount").asLong()) {
      return FakeAnswer.invalid("charge_already_refunded");
    }
    refunds++;
    charge.put("amount_refunded", back + amount);
    charge.put("refunded", back + amount == charge.get("amount").asLong());
    ObjectNode refund = fixture("refund", "re_");
    refund
        .put("amount", amount)
        .put("currency", intent.get("currency").asText())
        .put("charge", charge.get("id").asText())
        .put("payment_intent", intent.get("id").asText());
    refund.set("metadata", metadata(form));
    return FakeAnswer.ok(refund);
  }

  synchronized FakeAnswer retrieve(String id) {
    ObjectNode intent = intents.get(id);
    return intent == null ? FakeAnswer.invalid("resource_missing") : FakeAnswer.ok(intent);
  }

  synchronized FakeAnswer retrieveCharge(String id) {
    ObjectNode charge = charges.get(id);
    return charge == null ? FakeAnswer.invalid("resource_missing") : FakeAnswer.ok(charge);
  }

  /** The newest first, as Stripe lists them. */
  synchronized FakeAnswer list(JsonNode query) {
    List<ObjectNode> listed = new ArrayList<>();
    for (ObjectNode intent : intents.values()) {
      if (isAskedFor(intent, query)) {
        listed.add(0, expanded(intent, query));
      }
    }
    String after = query.path("starting_after").asText();
    if (!after.isEmpty()) {
      List<String> ids = listed.stream().map(each -> each.get("id").asText()).toList();
      listed = listed.subList(ids.indexOf(after) + 1, listed.size());
    }
    int limit = Math.min(query.path("limit").asInt(10), listed.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("object", "list")
        .put("url", "/v1/payment_intents")
        .put("has_more", limit < listed.size());
    page.putArray("data").addAll(listed.subList(0, limit));
    return FakeAnswer.ok(page);
  }

  private static boolean isAskedFor(ObjectNode intent, JsonNode query) {
    JsonNode customer = query.path("customer");
    return intent.get("created").asLong() >= query.path("created").path("gte").asLong()
        && (customer.isMissingNode() || customer.asText().equals(intent.get("customer").asText()));
  }

  private ObjectNode expanded(ObjectNode intent, JsonNode query) {
    ObjectNode copy = intent.deepCopy();
    boolean expands = query.path("expand").toString().contains("data.latest_charge");
    if (expands && intent.path("latest_charge").isTextual()) {
      copy.set("latest_charge", chargeOf(intent).deepCopy());
    }
    return copy;
  }

  private static boolean isIn(String status, ObjectNode intent) {
    return status.equals(intent.get("status").asText());
  }

  private ObjectNode chargeOf(ObjectNode intent) {
    return Objects.requireNonNull(charges.get(intent.get("latest_charge").asText()));
  }

  private ObjectNode fixture(String kind, String prefix) {
    ObjectNode copy = FIXTURES.path(kind).deepCopy();
    ids++;
    return copy.put("id", prefix + "fake" + ids).put("created", clock.instant().getEpochSecond());
  }

  synchronized List<ObjectNode> intents() {
    return intents.values().stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized int authorizations() {
    return authorizations;
  }

  synchronized int captures() {
    return captures;
  }

  synchronized int refunds() {
    return refunds;
  }
}
