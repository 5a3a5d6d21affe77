package dev.purser.daemon.ap2;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks an export of AP2's mandates by itself: no database, no network, no clock. */
public final class Ap2Check {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SealKey key;
  private final List<Alteration> found = new ArrayList<>();

  private Ap2Check(SealKey key) {
    this.key = key;
  }

  /** Whether a file is meant to be such an export. */
  public static boolean isExport(JsonNode file) {
    return Ap2Export.FORMAT.equals(file.path("format").asText());
  }

  /**
   * What does not hold, by field; empty when all does.
   *
   * @param trusted the daemon's key; without it, the one in the file is believed
   */
  public static List<Alteration> findings(JsonNode file, Optional<SealKey> trusted) {
    try {
      Map<String, Object> own = map(file.path("key"));
      SealKey key = trusted.orElseGet(() -> SealKey.read(own));
      if (key.isWritten(own)) {
        return new Ap2Check(key).look(file);
      }
    } catch (IllegalArgumentException e) {
      // It is none.
    }
    return List.of(new Alteration("key", "is not the daemon's key, as daemons write theirs"));
  }

  private List<Alteration> look(JsonNode file) {
    JsonNode checkout = claims(file, "checkout_mandate", Ap2Export.CHECKOUT_TYPE);
    JsonNode payment = claims(file, "payment_mandate", Ap2Export.PAYMENT_TYPE);
    if (found.isEmpty()) {
      String jwt = checkout.path("checkout_jwt").asText();
      String hash = Ap2Hash.of(jwt);
      require("checkout_hash", hash.equals(checkout.path("checkout_hash").asText()));
      require("transaction_id", hash.equals(payment.path("transaction_id").asText()));
      compare(key.opened(jwt, Ap2Export.JWT).map(Ap2Check::tree).orElse(NOTHING), payment);
    }
    return List.copyOf(found);
  }

  private static final JsonNode NOTHING = JSON.createObjectNode();

  private void compare(JsonNode checkout, JsonNode payment) {
    require("checkout_jwt", !checkout.isEmpty());
    require("payee", checkout.path("merchant").equals(payment.path("payee")));
    JsonNode amount = payment.path("payment_amount");
    require("payment_amount", total(checkout).equals(amount.path("amount")));
    require("payment_amount", checkout.path("currency").equals(amount.path("currency")));
  }

  private static JsonNode total(JsonNode checkout) {
    for (JsonNode entry : checkout.path("totals")) {
      if (entry.path("type").asText().equals("total")) {
        return entry.path("amount");
      }
    }
    return NOTHING;
  }

  /** A mandate's claims, with those that were disclosed; of none that holds, nothing. */
  private JsonNode claims(JsonNode file, String name, String type) {
    String text = file.path(name).asText();
    try {
      SDJWT token = SDJWT.parse(text);
      Optional<String> payload = key.opened(token.getCredentialJwt(), Ap2Export.SD_JWT);
      if (payload.isPresent() && token.getBindingJwt() == null) {
        Map<String, Object> all =
            new SDObjectDecoder().decode(map(tree(payload.get())), token.getDisclosures());
        JsonNode claims = JSON.valueToTree(all);
        require(name, claims.path("vct").asText().equals(type));
        return claims;
      }
    } catch (RuntimeException e) {
      // The library and its parser throw of many kinds; what they do not read is no mandate.
    }
    require(name, false);
    return NOTHING;
  }

  private void require(String field, boolean holds) {
    if (!holds) {
      found.add(new Alteration(field, "is not what this key signed, or does not fit the rest"));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  @SuppressWarnings("unchecked") // An object of JSON has names for keys.
  private static Map<String, Object> map(JsonNode object) {
    return JSON.convertValue(object, Map.class);
  }

  /**
   * What an export says that holds, in sentences.
   *
   * @param trusted as for {@link #findings}
   */
  public static String says(JsonNode file, Optional<SealKey> trusted) {
    return "AP2 checkout and payment mandates that belong together, signed by the key %s.\n%s"
        .formatted(
            file.path("key").path("kid").asText(),
            trusted.isPresent()
                ? "It is the daemon's whose key was given."
                : "It was believed as it came: compare it with 'purser mandate key'.");
  }
}
