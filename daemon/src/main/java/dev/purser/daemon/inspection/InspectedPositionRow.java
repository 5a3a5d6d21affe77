package dev.purser.daemon.inspection;

/** A budget's position beside the sums of its entries, in minor units of its currency. */
public record InspectedPositionRow(
    String category,
    String month,
    String currency,
    long budget,
    long held,
    long committed,
    long spent,
    long heldByEntries,
    long committedByEntries,
    long spentByEntries) {}
