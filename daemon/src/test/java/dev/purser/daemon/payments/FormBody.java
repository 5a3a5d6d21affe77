package dev.purser.daemon.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code a[b][0]=c}, as Stripe's forms and queries are written, into nested JSON. */
final class FormBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]");

  private FormBody() {}

  /** Objects, arrays and strings; numbers and booleans are strings still. */
  static ObjectNode decode(String text) {
    ObjectNode root = JSON.objectNode();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] sides = pair.split("=", 2);
        put(root, steps(decoded(sides[0])), decoded(sides.length == 2 ? sides[1] : ""));
      }
    }
    return (ObjectNode) withArrays(root);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static List<String> steps(String key) {
    List<String> steps = new ArrayList<>();
    int bracket = key.indexOf('[');
    steps.add(bracket < 0 ? key : key.substring(0, bracket));
    Matcher matcher = STEP.matcher(key);
    while (matcher.find()) {
      steps.add(matcher.group(1));
    }
    return steps;
  }

  private static void put(ObjectNode root, List<String> steps, String value) {
    ObjectNode at = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = at.withObjectProperty(step);
    }
    String last = steps.get(steps.size() - 1);
    if (at.has(last)) {
      throw new IllegalArgumentException("given twice: " + steps);
    }
    at.put(last, value);
  }

  private static JsonNode withArrays(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    boolean isArray = !object.isEmpty();
    for (int i = 0; i < object.size(); i++) {
      isArray &= object.has(Integer.toString(i));
    }
    if (isArray) {
      var array = JSON.arrayNode();
      for (int i = 0; i < object.size(); i++) {
        array.add(withArrays(object.get(Integer.toString(i))));
      }
      return array;
    }
    ObjectNode result = JSON.objectNode();
    object.properties().forEach(field -> result.set(field.getKey(), withArrays(field.getValue())));
    return result;
  }
}
