package dev.purser.daemon.confirmation;

import java.time.Instant;
import java.util.UUID;

/**
 * The evidence of one yes.
 *
 * @param digest of the order that was shown and confirmed
 * @param proof the kind of proof that held
 * @param policyVersion in force when it was given
 */
public record Mandate(
    UUID orderId, String digest, String proof, String policyVersion, Instant confirmedAt) {}
