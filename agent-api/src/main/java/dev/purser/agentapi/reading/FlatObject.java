package dev.purser.agentapi.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of exactly one JSON object, as tokens, without any decision on what they mean. */
final class FlatObject {
  private FlatObject() {}

  /**
   * A field's value.
   *
   * @param token its kind; the start of an object or array for a nested one
   * @param text as written for a number, decoded for a string
   */
  record Value(JsonToken token, String text) {}

  static Map<String, Value> read(byte[] body) {
    try (JsonParser parser = StrictText.JSON.createParser(StrictText.decode(body))) {
      return read(parser);
    } catch (IOException e) {
      throw StrictText.malformed();
    }
  }

  static Map<String, Value> read(JsonNode node) {
    try (JsonParser parser = node.traverse()) {
      return read(parser);
    } catch (IOException e) {
      throw StrictText.malformed();
    }
  }

  private static Map<String, Value> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw StrictText.malformed();
    }
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      values.put(name, new Value(token, parser.getText()));
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw StrictText.malformed();
    }
    return values;
  }
}
