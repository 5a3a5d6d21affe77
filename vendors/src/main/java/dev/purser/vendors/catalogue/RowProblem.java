package dev.purser.vendors.catalogue;

/**
 * Why one row of a catalogue was left out.
 *
 * @param line that the row begins on, from 1; a row with line breaks in its cells spans several
 * @param reason without anything invisible in it, fit for a log
 */
public record RowProblem(int line, String reason) {
  @Override
  public String toString() {
    return "line %d: %s".formatted(line, reason);
  }
}
