package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.payments.PaymentOutcome;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.VendorRegistry;
import dev.purser.vendors.VendorUnavailableException;
import java.util.Optional;

/** Makes the calls. Over the network, so never inside a decision. */
final class Steps {
  private final PaymentGateway gateway;
  private final VendorRegistry vendors;

  Steps(PaymentGateway gateway, VendorRegistry vendors) {
    this.gateway = gateway;
    this.vendors = vendors;
  }

  StepOutcome run(Step step, ConfirmedOrder order, Settlement settlement) {
    return switch (step) {
      case AUTHORIZE -> authorize(order);
      case PLACE -> place(order);
      case CAPTURE -> capture(order, settlement);
      case VOID_AFTER_UNDO -> voided(order, settlement, OrderState.UNDONE);
      case VOID_AFTER_REJECTION -> voided(order, settlement, OrderState.FAILED);
    };
  }

  private StepOutcome authorize(ConfirmedOrder order) {
    return gateway
        .authorize(order)
        .match(
            done -> StepOutcome.Reached.at(OrderState.AUTHORIZED, done.reference()),
            refused ->
                StepOutcome.Reached.failed("The card was refused: " + refused.reason() + "."),
            notReached -> new StepOutcome.Again(notReached.reason()),
            unknown -> new StepOutcome.Doubt(unknown.reason()));
  }

  private StepOutcome place(ConfirmedOrder order) {
    Optional<Vendor> vendor = vendors.find(order.requisition().vendor());
    if (vendor.isEmpty()) {
      return new StepOutcome.Next(Step.VOID_AFTER_REJECTION, "the vendor is no longer listed");
    }
    try {
      return vendor
          .get()
          .place(new VendorOrder(order.id(), order.requisition()))
          .match(
              placed -> StepOutcome.Reached.at(OrderState.PLACED, placed.reference()),
              rejected -> new StepOutcome.Next(Step.VOID_AFTER_REJECTION, rejected.reason()),
              unknown -> new StepOutcome.Doubt(unknown.reason()));
    } catch (VendorUnavailableException e) {
      return new StepOutcome.Again("the vendor does not answer");
    }
  }

  private StepOutcome capture(ConfirmedOrder order, Settlement settlement) {
    return gateway
        .capture(order, settlement.reference(), order.total())
        .match(
            done -> StepOutcome.Reached.paid(done.amount()),
            refused -> new StepOutcome.Doubt("capture refused: " + refused.reason()),
            notReached -> new StepOutcome.Again(notReached.reason()),
            unknown -> new StepOutcome.Doubt(unknown.reason()));
  }

  private StepOutcome voided(ConfirmedOrder order, Settlement settlement, OrderState to) {
    PaymentOutcome outcome = gateway.voidAuthorization(order, settlement.reference());
    return outcome.match(
        done -> ended(to),
        refused -> new StepOutcome.Doubt("void refused: " + refused.reason()),
        notReached -> new StepOutcome.Doubt(notReached.reason()),
        unknown -> new StepOutcome.Doubt(unknown.reason()));
  }

  static StepOutcome ended(OrderState to) {
    return to == OrderState.FAILED
        ? StepOutcome.Reached.failed("The vendor did not take the order; the card was not charged.")
        : StepOutcome.Reached.at(to);
  }
}
