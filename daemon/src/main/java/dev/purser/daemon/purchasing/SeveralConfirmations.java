package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.Together;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * One yes to several orders: to exactly those that were chosen, as they were shown. The proof is
 * for all or none; after it each order is looked at by itself, since a vendor may have changed a
 * price.
 */
final class SeveralConfirmations {
  private final Confirmations.Desk desk;
  private final Confirmations confirmations;

  SeveralConfirmations(Confirmations.Desk desk, Confirmations confirmations) {
    this.desk = desk;
    this.confirmations = confirmations;
  }

  Optional<PasskeyRequest> ask(Chosen chosen) {
    return waiting(chosen).flatMap(orders -> desk.guard().ask(Matter.several(together(orders))));
  }

  SeveralOutcome confirm(Chosen chosen, ProofAttempt attempt, Duration shownFor) {
    return waiting(chosen)
        .map(orders -> confirm(orders, attempt, shownFor))
        .orElseGet(SeveralOutcome.NotPending::new);
  }

  private SeveralOutcome confirm(
      Map<Locator, Order> orders, ProofAttempt attempt, Duration shownFor) {
    String together = together(orders);
    return desk.guard()
        .check(Matter.several(together), attempt)
        .match(
            proven ->
                confirmed(
                    orders,
                    order -> confirmations.confirmed(order, proven.evidence(), shownFor, together)),
            wrong -> new SeveralOutcome.WrongProof(wrong.attemptsLeft()),
            locked -> new SeveralOutcome.Locked(locked.until()));
  }

  private static SeveralOutcome confirmed(
      Map<Locator, Order> orders, Function<Order, ConfirmOutcome> yes) {
    List<SeveralOutcome.Each> each =
        orders.entrySet().stream()
            .map(one -> new SeveralOutcome.Each(one.getKey(), yes.apply(one.getValue())))
            .toList();
    return new SeveralOutcome.Answered(each);
  }

  /** All of them, or empty when one is another than was shown. */
  private Optional<Map<Locator, Order>> waiting(Chosen chosen) {
    Map<Locator, Order> orders = new LinkedHashMap<>();
    for (Chosen.One one : chosen.orders()) {
      desk.waiting(one.locator(), one.digest())
          .ifPresent(order -> orders.put(one.locator(), order));
    }
    return orders.size() == chosen.orders().size() ? Optional.of(orders) : Optional.empty();
  }

  private static String together(Map<Locator, Order> orders) {
    Map<UUID, String> digests = new TreeMap<>();
    orders.values().forEach(order -> digests.put(order.id(), order.digest()));
    return Together.write(digests);
  }
}
