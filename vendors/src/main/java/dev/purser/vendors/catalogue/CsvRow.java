package dev.purser.vendors.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One record of a CSV file.
 *
 * @param line that it begins on, from 1
 * @param cells empty where its quotes do not match
 */
record CsvRow(int line, Optional<List<String>> cells) {
  boolean isBlank() {
    return cells.isPresent() && cells.get().stream().allMatch(String::isBlank);
  }
}
