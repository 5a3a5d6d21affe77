package dev.purser.daemon.confirmation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The evidence of one yes.
 *
 * @param digest of the order that was shown and confirmed
 * @param requisition its canonical JSON; empty in mandates older than passkeys
 * @param policyVersion in force when it was given
 */
public record Mandate(
    UUID orderId,
    String digest,
    Optional<String> requisition,
    Evidence evidence,
    String policyVersion,
    Instant confirmedAt) {}
