package dev.purser.daemon.orders;

import dev.purser.budgets.VendorId;
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

  /** The order that has taken this one's place, perhaps not at once; or the order itself. */
  public Order newest(Order order) {
    Order newest = order;
    Optional<Order> next = inPlaceOf(newest);
    while (next.isPresent()) {
      newest = next.get();
      next = inPlaceOf(newest);
    }
    return newest;
  }

  private Optional<Order> inPlaceOf(Order order) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.inPlaceOf(order.id()))
        .map(OrderRow::order);
  }

  /**
   * What was paid for at the vendor, the newest first. One that was altered tells nothing, and is
   * left out.
   *
   * @param limit how many at most
   */
  public List<Order> paidAt(VendorId vendor, int limit) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.paidAt(vendor.name(), limit)).stream()
        .flatMap(row -> readable(row).stream())
        .toList();
  }

  private static Optional<Order> readable(OrderRow row) {
    try {
      return Optional.of(row.order());
    } catch (AlteredOrderException e) {
      return Optional.empty();
    }
  }

  /** How many orders at the vendor were ever paid. */
  public int countPaidAt(VendorId vendor) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.countPaidAt(vendor.name()));
  }

  /** How many orders the agent proposed from one moment to another, both included. */
  public int countProposed(String agent, Instant from, Instant to) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.countProposed(agent, from, to));
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
