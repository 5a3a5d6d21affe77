package dev.purser.vendors.catalogue;

/** How many slips of the finger lie between two words. */
final class EditDistance {
  private EditDistance() {}

  /**
   * Whether at most this many insertions, deletions, replacements, or swaps of neighbours (each
   * part of a word edited once) turn one word into the other.
   */
  static boolean isWithin(int limit, String one, String other) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return false;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = firstRow(other.length());
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int best = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        if (isSwap(one, other, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        best = Math.min(best, row[j]);
      }
      if (best > limit) {
        return false;
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()] <= limit;
  }

  private static boolean isSwap(String one, String other, int i, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }

  private static int[] firstRow(int length) {
    int[] row = new int[length + 1];
    for (int j = 0; j <= length; j++) {
      row[j] = j;
    }
    return row;
  }
}
