package dev.purser.daemon.inspection;

import java.util.UUID;

/** A standing mandate, as its table keeps it. */
public record InspectedStandingRow(UUID id, String terms, String digest, String state) {}
