package dev.purser.daemon.confirmation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.seals.SealKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A mandate as a file, for whoever is to check it without us.
 *
 * @param fields all that is sealed, as it is written; a name with a point is one in an object
 * @param seal as the daemon made it; empty in mandates older than seals
 * @param sealKey the daemon's public key as a JSON Web Key; empty where nobody said it
 */
public record MandateFile(
    Map<String, String> fields, Optional<String> seal, Map<String, Object> sealKey) {
  static final String FORMAT = "purser-mandate/1";

  private static final String SEAL = "seal";
  private static final String SEAL_KEY = "seal_key";
  private static final String NO_MANDATE = "this is no mandate: ";
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  /** What is there twice, or behind the end, could be read in two ways. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public MandateFile {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    sealKey = Map.copyOf(sealKey);
  }

  static MandateFile of(MandateRow row, SealKey key) {
    return new MandateFile(row.fields(), Optional.ofNullable(row.seal()), key.fields());
  }

  /** For JSON, in an order for people. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    fields.forEach((name, value) -> put(json, name, value));
    seal.ifPresent(text -> json.put(SEAL, text));
    json.put(SEAL_KEY, sealKey);
    return json;
  }

  private static void put(Map<String, Object> json, String name, String value) {
    int point = name.indexOf('.');
    if (point < 0) {
      json.put(name, value);
      return;
    }
    @SuppressWarnings("unchecked") // Only this method puts maps in.
    Map<String, Object> inner =
        (Map<String, Object>)
            json.computeIfAbsent(
                name.substring(0, point), unused -> new LinkedHashMap<String, Object>());
    put(inner, name.substring(point + 1), value);
  }

  /**
   * Reads one, whatever its fields say.
   *
   * @throws IllegalArgumentException for people, when it is none
   */
  public static MandateFile read(String text) {
    try {
      JsonNode file = JSON.readTree(text);
      if (!file.isObject() || !file.path("format").isTextual()) {
        throw new IllegalArgumentException(NO_MANDATE + "'format' is missing");
      }
      Map<String, String> fields = new LinkedHashMap<>();
      file.properties().stream()
          .filter(member -> !member.getKey().equals(SEAL) && !member.getKey().equals(SEAL_KEY))
          .forEach(member -> flatten(plain(member.getKey()), member.getValue(), fields));
      JsonNode key = file.path(SEAL_KEY);
      return new MandateFile(
          fields,
          file.has(SEAL) ? Optional.of(file.path(SEAL).asText()) : Optional.empty(),
          key.isObject() ? JSON.convertValue(key, MEMBERS) : Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(NO_MANDATE + e.getOriginalMessage(), e);
    }
  }

  /** Else a name with a point could stand for one in an object. */
  private static String plain(String name) {
    if (name.contains(".")) {
      throw new IllegalArgumentException(NO_MANDATE + "there is a point in the name " + name);
    }
    return name;
  }

  private static void flatten(String name, JsonNode value, Map<String, String> fields) {
    if (value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(
              member -> flatten(name + "." + plain(member.getKey()), member.getValue(), fields));
    } else {
      fields.put(name, value.isTextual() ? value.asText() : value.toString());
    }
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException for people, when it says nothing
   */
  Mandate mandate() {
    if (!FORMAT.equals(text("format"))) {
      throw new IllegalArgumentException("'format' is not " + FORMAT);
    }
    try {
      return new Mandate(
          UUID.fromString(text("order")),
          text("digest"),
          Optional.ofNullable(fields.get("requisition")),
          Optional.ofNullable(fields.get("together")),
          Optional.ofNullable(fields.get("standing")),
          new Evidence(text("proof"), signed()),
          text("policy_version"),
          Instant.parse(text("confirmed_at")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'confirmed_at' is no moment", e);
    }
  }

  private Optional<SignedYes> signed() {
    if (fields.keySet().stream().noneMatch(name -> name.startsWith("signed"))) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedYes(
            text("signed.passkey"),
            text("signed.nonce"),
            new Assertion(
                text("signed.credential_id"),
                text("signed.client_data"),
                text("signed.authenticator_data"),
                text("signed.signature")),
            new RelyingParty(text("signed.rp_id"), text("signed.origin"))));
  }

  private String text(String field) {
    String value = fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException("'%s' is missing".formatted(field));
    }
    return value;
  }
}
