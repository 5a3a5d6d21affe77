package dev.purser.daemon.owner.home;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.owner.Standing;
import java.util.List;
import java.util.Optional;

/**
 * An order with all that happened to it.
 *
 * @param waits whether it waits for an answer
 * @param undoableUntil by the owner's clock; empty when there is nothing to undo
 * @param proof {@code passkey} or {@code passphrase}; empty where there was no yes
 */
public record ReceiptPage(
    ShownOrder order,
    Standing standing,
    boolean waits,
    Optional<String> undoableUntil,
    List<Timeline.Entry> timeline,
    Optional<String> proof,
    Optional<Refund> refund,
    Optional<String> alert) {
  public ReceiptPage {
    timeline = List.copyOf(timeline);
  }

  /**
   * What can be given back.
   *
   * @param typed the amount in the form, as it was typed
   */
  public record Refund(Money left, String typed, ProofWays ways) {}

  /** Where this page is. */
  public String path() {
    return "/owner/orders/" + order.number();
  }

  ReceiptPage saying(String text) {
    return new ReceiptPage(
        order, standing, waits, undoableUntil, timeline, proof, refund, Optional.of(text));
  }
}
