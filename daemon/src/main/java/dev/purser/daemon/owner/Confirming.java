package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.ProofWays;

/**
 * How the owner can confirm an order.
 *
 * @param shown when the page was, as its forms say it
 * @param asksTotal whether the total is to be typed
 */
public record Confirming(ProofWays ways, String shown, boolean asksTotal) {}
