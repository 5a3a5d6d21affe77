package dev.purser.agentapi.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words after a command. Taken apart by hand: the usual library is of a class format that a
 * class archive of Java 17 cannot hold, and would be most of what this program loads.
 *
 * @param values by option, such as {@code --vendor}
 * @param words what belongs to no option
 */
record Arguments(Map<String, String> values, List<String> words) {
  static final String SOCKET = "--socket";
  static final String SERVER = "--server";
  static final String IDENTITY = "--identity";
  static final String PASSWORD = "--identity-password-file";
  static final String CERTIFICATE = "--server-certificate";
  static final String JSON = "--json";

  /** How the daemon is reached; any command may say so. */
  private static final Set<String> REACHING =
      Set.of(SOCKET, SERVER, IDENTITY, PASSWORD, CERTIFICATE);

  /**
   * Takes them apart.
   *
   * @param options those that have a value here, besides those that say how the daemon is reached
   * @param wordCount how many words there must be
   */
  static Arguments of(List<String> words, Set<String> options, int wordCount) {
    Map<String, String> values = new HashMap<>();
    List<String> rest = new ArrayList<>();
    Iterator<String> each = words.iterator();
    while (each.hasNext()) {
      String word = each.next();
      if (word.equals("--")) {
        each.forEachRemaining(rest::add);
      } else if (word.startsWith("--")) {
        take(word, each, options, values);
      } else {
        rest.add(word);
      }
    }
    if (rest.size() != wordCount) {
      throw new UsageException(
          rest.size() < wordCount
              ? "something is missing"
              : "one word too many: " + rest.get(wordCount));
    }
    return new Arguments(values, rest);
  }

  private static void take(
      String word, Iterator<String> rest, Set<String> options, Map<String, String> values) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    boolean isFlag = word.equals(JSON);
    if (!isFlag && !REACHING.contains(name) && !options.contains(name)) {
      throw new UsageException("unknown option " + name);
    }
    if (!isFlag && equals < 0 && !rest.hasNext()) {
      throw new UsageException(name + " needs a value");
    }
    String value = isFlag ? "" : equals < 0 ? rest.next() : word.substring(equals + 1);
    if (values.put(name, value) != null) {
      throw new UsageException(name + " is there twice");
    }
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  @Nullable String value(String option) {
    return values.get(option);
  }

  int wholeNumber(String option) {
    String digits = values.get(option);
    if (digits == null) {
      throw new UsageException(option + " is needed");
    }
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UsageException(option + " must be a whole number", e);
    }
  }
}
