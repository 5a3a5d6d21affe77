package dev.purser.agentapi.reading;

import com.fasterxml.jackson.core.JsonToken;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of named texts and whole numbers, and nothing that two parsers could read in two
 * ways: no doubled names, no second value, no coercion from one type to another.
 */
final class StrictJson {
  /** What of an unknown field's name is safe to say back. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  /** Long enough for any int, so that nothing huge is ever made a number. */
  private static final int MAX_DIGITS = 11;

  private final Map<String, FlatObject.Value> values;

  private StrictJson(Map<String, FlatObject.Value> values) {
    this.values = values;
  }

  /**
   * Takes what was read.
   *
   * @param operation for the sentence that refuses an unknown field
   * @param fields every name that may occur
   * @throws ProblemException {@code unknown-field}
   */
  static StrictJson of(Map<String, FlatObject.Value> values, String operation, Set<String> fields) {
    for (String name : values.keySet()) {
      if (!fields.contains(name)) {
        throw ProblemCode.UNKNOWN_FIELD.because(
            sayable(name) + " is not a field of " + operation + ".");
      }
    }
    return new StrictJson(values);
  }

  private static String sayable(String name) {
    return PLAIN_NAME.matcher(name).matches() ? "'" + name + "'" : "A name in the body";
  }

  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  /** Null when the field was left out; a null in the body is refused as no text. */
  @Nullable String optionalText(String name) {
    FlatObject.Value value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value.token() != JsonToken.VALUE_STRING) {
      throw invalid(name, "must be a string; leave it out rather than null.");
    }
    if (!isWholeText(value.text())) {
      throw invalid(name, "has a character that is no text: U+0000 or half of a surrogate pair.");
    }
    return value.text();
  }

  int wholeNumber(String name) {
    FlatObject.Value value = values.get(name);
    if (value == null) {
      throw missing(name);
    }
    if (value.token() != JsonToken.VALUE_NUMBER_INT || value.text().length() > MAX_DIGITS) {
      throw notWhole(name);
    }
    long number = Long.parseLong(value.text());
    if (number != (int) number) {
      throw notWhole(name);
    }
    return (int) number;
  }

  /** U+0000 ends strings early elsewhere, and half a pair cannot be stored or shown as UTF-8. */
  private static boolean isWholeText(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static ProblemException missing(String name) {
    return ProblemCode.MISSING_FIELD.because("'" + name + "' is needed.");
  }

  private static ProblemException notWhole(String name) {
    return invalid(name, "must be a whole number, written in digits only.");
  }

  private static ProblemException invalid(String name, String rule) {
    return ProblemCode.INVALID_FIELD.because("'" + name + "' " + rule);
  }
}
