package dev.purser.daemon.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looking orders up, outside any decision. */
public final class Orders {
  private final Jdbi jdbi;

  public Orders(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Order> find(UUID id) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.find(id)).map(OrderRow::order);
  }

  /** Whether there are orders to end: nobody answered in time, or their agent has expired. */
  public boolean hasOverdue(Instant now) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.anyOverdue(now));
  }

  /**
   * The orders that wait for the owner, then the others; of each kind the newest first.
   *
   * @param limit how many at most
   */
  public List<Order> latest(int limit) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.latest(limit)).stream()
        .map(OrderRow::order)
        .toList();
  }
}
