package dev.purser.daemon.documents;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tests look for in a document. */
public final class Markdown {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

  private Markdown() {}

  /** The contents of all fences of a kind, such as {@code sh}. */
  public static List<String> fences(String text, String kind) {
    return FENCE
        .matcher(text)
        .results()
        .filter(fence -> fence.group(1).equals(kind))
        .map(fence -> fence.group(2).strip())
        .toList();
  }

  /** What is set as code between back quotes, outside fences. */
  static List<String> spans(String text) {
    return SPAN.matcher(FENCE.matcher(text).replaceAll("")).results().map(m -> m.group(1)).toList();
  }

  /** Every line of code, in a fence or between back quotes. */
  public static List<String> code(String text) {
    Stream<String> fenced =
        FENCE.matcher(text).results().map(fence -> fence.group(2)).flatMap(String::lines);
    return Stream.concat(fenced, spans(text).stream()).toList();
  }

  /** The rows of the table whose header begins with this word, each as its cells. */
  static List<List<String>> table(String text, String header) {
    return text.lines()
        .dropWhile(line -> !line.startsWith("| " + header + " |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  /** What is set as code in a cell. */
  static List<String> codes(String cell) {
    return SPAN.matcher(cell).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
