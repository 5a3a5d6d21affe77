package dev.purser.daemon.confirmation;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.Order;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps mandates, and makes the witness that one of them covers an order. */
public final class Mandates {
  private final Jdbi jdbi;

  public Mandates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void keep(OpenBooks books, Mandate mandate) {
    books.dao(MandatesDao.class).insert(mandate);
  }

  /**
   * The order as confirmed: only if there is a mandate for exactly what is stored of it now. Asked
   * again before every call that moves money.
   */
  public Optional<ConfirmedOrder> confirmed(Order order) {
    return jdbi.withExtension(MandatesDao.class, dao -> dao.find(order.id()))
        .filter(mandate -> mandate.digest().equals(order.digest()))
        .map(
            mandate ->
                new ConfirmedOrder(
                    order.id(), order.requisition(), order.digest(), mandate.confirmedAt()));
  }
}
