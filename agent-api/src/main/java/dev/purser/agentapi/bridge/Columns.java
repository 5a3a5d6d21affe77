package dev.purser.agentapi.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines with their columns under one another. */
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();

  Columns(String... headers) {
    rows.add(List.of(headers));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  String text() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), width(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - length(cell));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
