package dev.purser.daemon.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order, beside the standing mandate that it was confirmed under as the table of uses has it,
 * and the terms as its own mandate has them.
 */
public record StandingUseRow(UUID orderId, @Nullable UUID standingId, @Nullable String terms) {}
