package dev.purser.vendors.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV (RFC 4180) record by record. Records are cut here, before they are parsed, so that line
 * numbers stay right behind cells with line breaks, and a quote that is never closed costs one line
 * and not the rest of the file.
 */
final class CsvText {
  /** In characters. A record beyond this is taken for a quote that was never closed. */
  private static final int LONGEST_RECORD = 65_536;

  private static final ObjectReader CELLS = new CsvMapper().readerFor(String[].class);

  private final String text;
  private int at;
  private int line = 1;

  CsvText(String text) {
    this.text = text;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The next record that is not blank. */
  Optional<CsvRow> next() {
    while (at < text.length()) {
      CsvRow row = read();
      if (!row.isBlank()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private CsvRow read() {
    int start = at;
    int startLine = line;
    int end = endOfRecord(start);
    Optional<List<String>> cells = end < 0 ? Optional.empty() : parse(text.substring(start, end));
    skipTo(cells.isPresent() ? end : endOfLine(start));
    return new CsvRow(startLine, cells);
  }

  private static Optional<List<String>> parse(String row) {
    if (row.isBlank()) {
      return Optional.of(List.of());
    }
    try {
      String[] cells = CELLS.readValue(row);
      return Optional.of(List.of(cells));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Moves behind the line break at this position, counting the breaks passed. */
  private void skipTo(int end) {
    while (at < end) {
      at = isBreak(at) ? behindBreak(at) : at + 1;
    }
    if (at < text.length()) {
      at = behindBreak(at);
    }
  }

  private int behindBreak(int position) {
    line++;
    boolean two = text.charAt(position) == '\r' && text.startsWith("\n", position + 1);
    return position + (two ? 2 : 1);
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && !isBreak(end)) {
      end++;
    }
    return end;
  }

  /** The line break or the end of the text outside all quotes; -1 where a quote is not closed. */
  private int endOfRecord(int start) {
    boolean cellBegins = true;
    for (int end = start; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '"' && cellBegins) {
        end = closingQuote(end, start + LONGEST_RECORD);
        if (end < 0) {
          return -1;
        }
      } else if (isBreak(end)) {
        return end;
      }
      cellBegins = c == ',';
    }
    return text.length();
  }

  private int closingQuote(int opening, int limit) {
    int quote = text.indexOf('"', opening + 1);
    while (quote >= 0 && quote <= limit && text.startsWith("\"\"", quote)) {
      quote = text.indexOf('"', quote + 2);
    }
    return quote <= limit ? quote : -1;
  }

  private boolean isBreak(int position) {
    char c = text.charAt(position);
    return c == '\n' || c == '\r';
  }
}
