package dev.purser.vendors;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text written by strangers, made fit to be shown. It still has to be escaped wherever it goes:
 * this only takes out what no reader could see.
 */
public final class VendorText {
  /** Whole sequences, or the visible half of one would stay behind. */
  private static final Pattern TERMINAL_SEQUENCE =
      Pattern.compile(
          "(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]|(?:\\x1B\\]|\\x9D)[^\\x07\\x1B\\x9C]*(?:\\x07|\\x1B\\\\|\\x9C)?");

  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\x1C-\\x1F\\x85\\p{Zs}\\p{Zl}\\p{Zp}]+");

  /**
   * Controls, formats (bidi, zero width, tags), lone surrogates, private use, unassigned; then the
   * letters and marks that Unicode calls default-ignorable, and the blank Braille cell.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{C}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
              + "\\x{E0100}-\\x{E01EF}]");

  private VendorText() {}

  /**
   * The text on one line, composed (NFC), without anything invisible.
   *
   * @param max how many code points at most; a longer text ends in an ellipsis
   */
  public static String clean(String text, int max) {
    String visible = TERMINAL_SEQUENCE.matcher(text).replaceAll("");
    String oneLine = BLANKS.matcher(visible).replaceAll(" ");
    String shown = HIDDEN.matcher(oneLine).replaceAll("");
    return cut(Normalizer.normalize(shown, Normalizer.Form.NFC).strip(), max);
  }

  /**
   * Whether cleaning would change it. An identifier with something hidden in it is no identifier.
   */
  public static boolean hidesSomething(String text) {
    return !clean(text, Integer.MAX_VALUE).equals(text);
  }

  private static String cut(String text, int max) {
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
  }
}
