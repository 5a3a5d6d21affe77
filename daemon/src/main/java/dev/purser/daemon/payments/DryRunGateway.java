package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.payments.PaymentOutcome.Done;
import dev.purser.daemon.payments.PaymentOutcome.NotReached;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Every step but money. It keeps a journal as a card's bank would, because a rail without a memory
 * would have to tell a daemon that died between two steps that its placed order was never
 * authorized; so the same reconciliation runs over it as over a real rail.
 *
 * <p>For one daemon only: the journal is not shared.
 */
public final class DryRunGateway implements PaymentGateway {
  private static final String WRONG_STATE = "payment_intent_unexpected_state";

  private final DryRunJournal journal;

  /**
   * A rail that remembers in this directory, which is made if it is not there.
   *
   * @throws UncheckedIOException when the directory cannot be made
   */
  public DryRunGateway(Path directory) {
    try {
      this.journal = new DryRunJournal(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the dry run's journal in " + directory, e);
    }
  }

  @Override
  public String rail() {
    return "dry-run";
  }

  @Override
  public synchronized PaymentOutcome authorize(ConfirmedOrder order) {
    if (order.total().minor() <= 0) {
      return new Refused("amount_not_chargeable");
    }
    try {
      Optional<DryRunPayment> before = journal.read(order.id());
      if (before.isEmpty()) {
        journal.write(order.id(), DryRunPayment.authorized(order.total()));
      }
      return new Done(
          reference(order), before.map(DryRunPayment::authorized).orElse(order.total()));
    } catch (IOException e) {
      return new NotReached("journal");
    }
  }

  @Override
  public PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount) {
    return moving(order, reference, payment -> capturing(payment, amount));
  }

  @Override
  public PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference) {
    return moving(order, reference, DryRunGateway::voiding);
  }

  @Override
  public PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number) {
    return moving(order, reference, payment -> refunding(payment, amount, number));
  }

  @Override
  public synchronized PaymentLookUp lookUp(ConfirmedOrder order) {
    try {
      return journal
          .read(order.id())
          .<PaymentLookUp>map(payment -> found(order, payment))
          .orElseGet(PaymentLookUp.NotFound::new);
    } catch (IOException e) {
      return new PaymentLookUp.Unknown("journal");
    }
  }

  private static Move capturing(DryRunPayment payment, Money amount) {
    return switch (payment.standing()) {
      case CAPTURED -> Move.none(payment, payment.captured());
      case AUTHORIZED ->
          isWithin(amount, payment.authorized())
              ? new Move(payment.capturing(amount), amount, "")
              : Move.refused(payment, "amount_too_large");
      default -> Move.refused(payment, WRONG_STATE);
    };
  }

  private static Move voiding(DryRunPayment payment) {
    return switch (payment.standing()) {
      case VOIDED -> Move.none(payment, payment.authorized());
      case AUTHORIZED -> new Move(payment.voiding(), payment.authorized(), "");
      default -> Move.refused(payment, WRONG_STATE);
    };
  }

  private static Move refunding(DryRunPayment payment, Money amount, int number) {
    Money before = payment.refunds().get(number);
    if (before != null) {
      return Move.none(payment, before);
    }
    return isWithin(amount, payment.captured().minus(payment.refunded()))
        ? new Move(payment.refunding(number, amount), amount, "")
        : Move.refused(payment, "charge_already_refunded");
  }

  private static boolean isWithin(Money amount, Money limit) {
    return amount.minor() > 0 && !amount.exceeds(limit);
  }

  /**
   * Where a step leads.
   *
   * @param refusal empty unless refused
   */
  private record Move(DryRunPayment after, Money amount, String refusal) {
    static Move none(DryRunPayment payment, Money amount) {
      return new Move(payment, amount, "");
    }

    static Move refused(DryRunPayment payment, String refusal) {
      return new Move(payment, Money.zero(payment.authorized().currency()), refusal);
    }
  }

  private synchronized PaymentOutcome moving(
      ConfirmedOrder order, String reference, Function<DryRunPayment, Move> step) {
    try {
      Optional<DryRunPayment> before = journal.read(order.id());
      if (before.isEmpty() || !reference.equals(reference(order))) {
        return new Refused("resource_missing");
      }
      Move move = step.apply(before.get());
      if (!move.after().equals(before.get())) {
        journal.write(order.id(), move.after());
      }
      return move.refusal().isEmpty()
          ? new Done(reference, move.amount())
          : new Refused(move.refusal());
    } catch (IOException e) {
      return new NotReached("journal");
    }
  }

  private static PaymentLookUp.Found found(ConfirmedOrder order, DryRunPayment payment) {
    return new PaymentLookUp.Found(
        reference(order), payment.standing(), payment.captured(), payment.refunded());
  }

  private static String reference(ConfirmedOrder order) {
    UUID id = order.id();
    return "dry-run-" + id;
  }
}
