package dev.purser.daemon.confirmation;

import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import java.time.Instant;
import java.util.UUID;

/**
 * An order that the owner has said yes to: the only thing a payment rail or a vendor accepts. Only
 * {@link Mandates} makes one, from a mandate that it has just checked against the order.
 */
public final class ConfirmedOrder {
  private final UUID id;
  private final Requisition requisition;
  private final String digest;
  private final Instant confirmedAt;

  ConfirmedOrder(UUID id, Requisition requisition, String digest, Instant confirmedAt) {
    this.id = id;
    this.requisition = requisition;
    this.digest = digest;
    this.confirmedAt = confirmedAt;
  }

  public UUID id() {
    return id;
  }

  public Requisition requisition() {
    return requisition;
  }

  /** SHA-256 of the requisition's canonical JSON, in hexadecimal: what the owner said yes to. */
  public String digest() {
    return digest;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }

  /** The most that may be charged. */
  public Money total() {
    return requisition.total();
  }
}
