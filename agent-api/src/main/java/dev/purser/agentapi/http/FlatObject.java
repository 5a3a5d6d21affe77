package dev.purser.agentapi.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of exactly one JSON object, as tokens, without any decision on what they mean. */
final class FlatObject {
  private static final int MAX_DEPTH = 32;

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private FlatObject() {}

  /**
   * A field's value.
   *
   * @param token its kind; the start of an object or array for a nested one
   * @param text as written for a number, decoded for a string
   */
  record Value(JsonToken token, String text) {}

  static Map<String, Value> read(byte[] body) {
    try (JsonParser parser = STRICT.createParser(decode(body))) {
      return read(parser);
    } catch (IOException e) {
      throw malformed();
    }
  }

  /** From text, not bytes: a parser of bytes would guess UTF-16 and skip a byte order mark. */
  private static String decode(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static Map<String, Value> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed();
    }
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      values.put(name, new Value(token, parser.getText()));
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw malformed();
    }
    return values;
  }

  private static ProblemException malformed() {
    return ProblemCode.MALFORMED_JSON.because(
        "The body must be one JSON object in UTF-8, each name once, and nothing after it.");
  }
}
