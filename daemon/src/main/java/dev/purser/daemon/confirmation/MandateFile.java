package dev.purser.daemon.confirmation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A mandate as a file, for whoever is to check it without us. */
public final class MandateFile {
  private static final String FORMAT = "purser-mandate/1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private MandateFile() {}

  /** All of it, field by field; bytes are base64url. */
  public static Map<String, Object> fields(Mandate mandate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", FORMAT);
    fields.put("order", mandate.orderId().toString());
    fields.put("digest", mandate.digest());
    fields.put("requisition", mandate.requisition().orElse(""));
    mandate.together().ifPresent(orders -> fields.put("together", orders));
    mandate.standing().ifPresent(terms -> fields.put("standing", terms));
    fields.put("policy_version", mandate.policyVersion());
    fields.put("confirmed_at", mandate.confirmedAt().toString());
    fields.put("proof", mandate.evidence().kind());
    mandate.evidence().signed().ifPresent(yes -> fields.put("signed", fields(yes)));
    return fields;
  }

  private static Map<String, Object> fields(SignedYes yes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("origin", yes.party().origin());
    fields.put("rp_id", yes.party().id());
    fields.put("nonce", yes.nonce());
    fields.put("passkey", yes.passkey());
    fields.put("credential_id", yes.assertion().credentialId());
    fields.put("client_data", yes.assertion().clientData());
    fields.put("authenticator_data", yes.assertion().authenticatorData());
    fields.put("signature", yes.assertion().signature());
    return fields;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException for people, when it is none
   */
  public static Mandate read(String json) {
    try {
      JsonNode file = JSON.readTree(json);
      if (!FORMAT.equals(text(file, "format"))) {
        throw new IllegalArgumentException("'format' is not " + FORMAT);
      }
      return new Mandate(
          UUID.fromString(text(file, "order")),
          text(file, "digest"),
          Optional.of(text(file, "requisition")),
          file.has("together") ? Optional.of(text(file, "together")) : Optional.empty(),
          file.has("standing") ? Optional.of(text(file, "standing")) : Optional.empty(),
          new Evidence(text(file, "proof"), signed(file.path("signed"))),
          text(file, "policy_version"),
          Instant.parse(text(file, "confirmed_at")));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("this is no mandate: " + e.getMessage(), e);
    }
  }

  private static Optional<SignedYes> signed(JsonNode signed) {
    if (signed.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedYes(
            text(signed, "passkey"),
            text(signed, "nonce"),
            new Assertion(
                text(signed, "credential_id"),
                text(signed, "client_data"),
                text(signed, "authenticator_data"),
                text(signed, "signature")),
            new RelyingParty(text(signed, "rp_id"), text(signed, "origin"))));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' is missing".formatted(field));
    }
    return value.asText();
  }
}
