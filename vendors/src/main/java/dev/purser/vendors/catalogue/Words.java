package dev.purser.vendors.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into words that compare: no case, no accents, English plurals folded. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL =
      Set.of("a", "an", "and", "for", "from", "in", "of", "or", "the", "to", "with");

  private Words() {}

  /** All words, in order. */
  static List<String> of(String text) {
    String plain =
        Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll(""), Normalizer.Form.NFKD);
    String folded = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(folded, -1)) {
      if (!word.isEmpty()) {
        words.add(singular(word));
      }
    }
    return words;
  }

  /** The words without small ones such as "of", if any others remain. */
  static List<String> telling(String text) {
    List<String> all = of(text);
    List<String> telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
    return telling.isEmpty() ? all : telling;
  }

  /**
   * One form for singular and plural, which need not be a word: "cookie" and "cookies" both become
   * "cooky", as "berry" and "berries" become "berry".
   */
  private static String singular(String word) {
    if (word.length() <= 3) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return without(word, 3) + "y";
    }
    if (word.endsWith("ie")) {
      return without(word, 2) + "y";
    }
    if (endsWithOneOf(word, "oes", "ches", "shes", "sses", "xes", "zzes")) {
      return without(word, 2);
    }
    if (word.endsWith("oe")) {
      return without(word, 1);
    }
    return word.endsWith("s") && !endsWithOneOf(word, "ss", "us", "is") ? without(word, 1) : word;
  }

  private static boolean endsWithOneOf(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String without(String word, int last) {
    return word.substring(0, word.length() - last);
  }
}
