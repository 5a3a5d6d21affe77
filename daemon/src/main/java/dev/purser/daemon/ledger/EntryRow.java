package dev.purser.daemon.ledger;

import java.util.UUID;

/** One movement as its table keeps it, in minor units; what leaves an amount is negative. */
public record EntryRow(
    UUID orderId,
    String category,
    String month,
    String currency,
    String kind,
    long held,
    long committed,
    long spent) {}
