package dev.purser.daemon.inspection;

import java.util.UUID;

/** An event of an order, as the trail keeps it. */
public record OrderEventRow(UUID orderId, String body) {}
