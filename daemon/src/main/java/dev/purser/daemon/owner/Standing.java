package dev.purser.daemon.owner;

import dev.purser.daemon.orders.OrderState;

/**
 * Where an order stands, in the owner's words.
 *
 * @param tone how it is coloured: {@code open}, {@code good}, {@code ended} or {@code doubt}
 */
public record Standing(String tone, String heading, String text) {

  /** Of an order in this state. */
  public static Standing of(OrderState state) {
    return switch (state) {
      case AWAITING_CONFIRMATION -> open("Confirm this order?", "Nothing is bought without you.");
      case CONFIRMED -> good("Confirmed", "Payment is on its way.");
      case AUTHORIZED -> good("Confirmed", "The money is reserved; the vendor is next.");
      case PLACED -> good("Ordered", "The vendor has taken the order; payment is next.");
      case PAID -> good("Paid", "The vendor has the order, and it is paid.");
      case PARTLY_REFUNDED -> good("Partly refunded", "A part of what was paid came back.");
      case REFUNDED -> ended("Refunded", "All that was paid came back.");
      case DENIED -> ended("Refused by your policy", "Nothing was held or bought.");
      case DECLINED -> ended("Declined", "You said no. Nothing was bought.");
      case EXPIRED -> ended("Expired", "It has ended. Nothing was bought.");
      case UNDONE -> ended("Undone", "You took your yes back. Nothing was paid.");
      case FAILED -> ended("Failed", "It did not work out. Nothing was paid.");
      case IN_DOUBT ->
          new Standing(
              "doubt",
              "In doubt",
              "Whether the last step worked is not known yet. Purser is finding out, and will not"
                  + " pay twice.");
    };
  }

  private static Standing open(String heading, String text) {
    return new Standing("open", heading, text);
  }

  private static Standing good(String heading, String text) {
    return new Standing("good", heading, text);
  }

  private static Standing ended(String heading, String text) {
    return new Standing("ended", heading, text);
  }
}
