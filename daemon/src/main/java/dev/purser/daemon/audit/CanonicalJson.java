package dev.purser.daemon.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** RFC 8785: the one way to write a value, so that a digest over it means the value. */
public final class CanonicalJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private CanonicalJson() {}

  /** Writes maps, lists, strings, booleans and small integers. */
  public static String write(Map<String, ?> fields) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(fields)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException("not canonical JSON", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UncheckedIOException when the text is no JSON object
   */
  public static Map<String, Object> read(String text) {
    try {
      Map<String, Object> fields = JSON.readValue(text, FIELDS);
      if (fields == null) {
        throw new UncheckedIOException(new IOException("stored JSON is null"));
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("stored JSON does not parse", e);
    }
  }

  /** SHA-256 of the text's UTF-8, in hexadecimal. */
  public static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
