package dev.purser.agentapi.bridge;

import java.util.regex.Pattern;

/**
 * Text that others wrote, safe for a terminal: one line, no escape sequences, nothing invisible,
 * nothing that reorders what stands beside it.
 */
final class TerminalText {
  private static final int MAX_LENGTH = 200;
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029\\p{Zs}]+");
  // Controls with C1, half surrogates, format characters (bidi, tags, zero width), variation
  // selectors of the supplementary planes, private use, and letters without a shape.
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Cf}\\p{Co}\\x{E0000}-\\x{E0FFF}"
              + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0]");
  private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");

  private TerminalText() {}

  static String of(String raw) {
    String line = WHITE_SPACE.matcher(raw).replaceAll(" ");
    line = UNSAFE.matcher(line).replaceAll("");
    line = PILED_MARKS.matcher(line).replaceAll("$1").strip();
    return line.codePointCount(0, line.length()) <= MAX_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }
}
