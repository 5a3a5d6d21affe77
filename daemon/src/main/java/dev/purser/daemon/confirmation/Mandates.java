package dev.purser.daemon.confirmation;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.SignedYes;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps mandates, and makes the witness that one of them covers an order. */
public final class Mandates {
  private static final Logger LOG = LoggerFactory.getLogger(Mandates.class);

  private final Jdbi jdbi;
  private final Passkeys passkeys;

  public Mandates(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.passkeys = new Passkeys(jdbi);
  }

  public void keep(OpenBooks books, Mandate mandate) {
    books.dao(MandatesDao.class).insert(MandateRow.of(mandate));
  }

  /**
   * The mandate of an order, as it is stored; it may have been altered.
   *
   * @throws IllegalArgumentException when it was, and so that it is none any more
   */
  public Optional<Mandate> find(UUID order) {
    return jdbi.withExtension(MandatesDao.class, dao -> dao.find(order)).map(MandateRow::mandate);
  }

  /**
   * The order as confirmed: only if there is a mandate for exactly what is stored of it now, and
   * what was signed still holds. Asked again before every call that moves money.
   */
  public Optional<ConfirmedOrder> confirmed(Order order) {
    return readable(order.id())
        .filter(mandate -> covers(mandate, order))
        .map(
            mandate ->
                new ConfirmedOrder(
                    order.id(), order.requisition(), order.digest(), mandate.confirmedAt()));
  }

  private Optional<Mandate> readable(UUID order) {
    try {
      return find(order);
    } catch (IllegalArgumentException e) {
      LOG.error("The mandate of order {} was altered: {}", order, e.getMessage());
      return Optional.empty();
    }
  }

  private boolean covers(Mandate mandate, Order order) {
    boolean sameText = mandate.requisition().map(order.frozen().json()::equals).orElse(true);
    return mandate.digest().equals(order.digest())
        && sameText
        && mandate.evidence().signed().map(yes -> holds(yes, mandate)).orElse(true)
        && mandate
            .standing()
            .map(terms -> StandingEvidence.isFor(order.asked().agent(), terms))
            .orElse(true);
  }

  /** Signed by a passkey that was good in that moment; one that was revoked later has said yes. */
  private boolean holds(SignedYes yes, Mandate mandate) {
    boolean enrolled =
        passkeys
            .find(yes.assertion().credentialId())
            .filter(known -> known.attested().equals(yes.passkey()))
            .filter(known -> known.isGoodAt(mandate.confirmedAt()))
            .isPresent();
    return enrolled
        && mandate
            .verify(yes)
            .match(
                holds -> true,
                fails -> {
                  LOG.error(
                      "Order {} has a mandate that fails: {}", mandate.orderId(), fails.why());
                  return false;
                });
  }
}
