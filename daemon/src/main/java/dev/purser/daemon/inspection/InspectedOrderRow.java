package dev.purser.daemon.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order beside what budget, settlement and mandate have of it. Amounts are minor units of the
 * order's currency.
 */
public record InspectedOrderRow(
    UUID id,
    String agent,
    String vendor,
    String state,
    String requisition,
    String digest,
    String currency,
    long total,
    long held,
    long committed,
    long spent,
    long captured,
    long refunded,
    @Nullable String mandateDigest,
    @Nullable String mandateProof) {}
