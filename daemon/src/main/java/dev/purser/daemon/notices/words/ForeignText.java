package dev.purser.daemon.notices.words;

import java.util.regex.Pattern;

/**
 * Makes text that others wrote (vendors, agents) safe to look at: one line, no control or invisible
 * characters, nothing that reorders what stands beside it, not too long. Escaping is left to the
 * templates.
 */
public enum ForeignText {
  /** For pages: the template isolates its direction. */
  ON_PAGES {
    @Override
    String adapt(String text) {
      return text;
    }
  },
  /** For mail: also nothing that a mail program would turn into a link. */
  IN_MAIL {
    @Override
    String adapt(String text) {
      String plain = SCHEME.matcher(text).replaceAll("$1 ");
      plain = INNER_DOT.matcher(plain).replaceAll(". ");
      plain = AT.matcher(plain).replaceAll(" at ");
      return RIGHT_TO_LEFT.matcher(plain).find() ? ISOLATE + plain + END_ISOLATE : plain;
    }
  };

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029\\p{Zs}]+");
  // Controls, half surrogates, format characters (bidi, tags, zero width) but for the two joiners
  // that Persian and emoji are written with, and letters that have no shape.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\x{E0000}-\\x{E0FFF}]|[\\p{Cf}&&[^\\u200C\\u200D]]"
              + "|[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0]");
  private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");
  private static final Pattern SCHEME = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*:)(?=\\S)");
  private static final Pattern INNER_DOT =
      Pattern.compile("(?<=[\\p{L}\\p{N}])[.\\u3002\\uFF0E\\uFF61](?=\\p{L})");
  private static final Pattern AT = Pattern.compile("(?<=\\S)@(?=\\S)");
  private static final Pattern RIGHT_TO_LEFT =
      Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}]");
  private static final String ISOLATE = "\u2068";
  private static final String END_ISOLATE = "\u2069";

  abstract String adapt(String text);

  /**
   * The text as it may be shown.
   *
   * @param max in characters (code points); what is longer is cut, and says so
   */
  public String show(String raw, int max) {
    String line = WHITE_SPACE.matcher(raw).replaceAll(" ");
    line = INVISIBLE.matcher(line).replaceAll("");
    line = PILED_MARKS.matcher(line).replaceAll("$1").strip();
    return line.isEmpty() ? "(no text)" : adapt(cut(line, max));
  }

  private static String cut(String line, int max) {
    int length = line.codePointCount(0, line.length());
    if (length <= max) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, max));
    return "%s… (cut, %d characters in all)".formatted(start, length);
  }
}
