package dev.purser.daemon.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All orders, the newest first, page by page. */
public final class OrderHistory {
  private static final Logger LOG = LoggerFactory.getLogger(OrderHistory.class);

  private static final UUID LAST_ID = new UUID(-1L, -1L);

  /** Later than every order, and a moment that every database knows. */
  private static final Instant LAST_MOMENT = Instant.parse("9999-01-01T00:00:00Z");

  /** So many pages are read in search of one; what lies further back is found from there. */
  private static final int MAX_READ = 40;

  private final Jdbi jdbi;

  public OrderHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A page.
   *
   * @param next the order before which the next page begins; empty on the last one
   * @param altered how many are left out because what is stored is not what was proposed
   */
  public record Page(List<Order> orders, Optional<UUID> next, int altered) {
    public Page {
      orders = List.copyOf(orders);
    }
  }

  /**
   * The newest orders that are looked for.
   *
   * @param before only what was proposed before this order; from the newest on without it
   * @param size how many at most, 1 or more
   */
  public Page find(OrderSearch search, Optional<UUID> before, int size) {
    List<Order> found = new ArrayList<>();
    Optional<OrderRow> from = before.flatMap(this::row);
    int altered = 0;
    for (int read = 0; read < MAX_READ; read++) {
      List<OrderRow> rows = rows(search, from, size + 1);
      for (OrderRow row : rows) {
        from = Optional.of(row);
        Optional<Order> order = readable(row);
        altered += order.isPresent() ? 0 : 1;
        order.filter(search::finds).ifPresent(found::add);
        if (found.size() > size) {
          return new Page(found.subList(0, size), Optional.of(found.get(size - 1).id()), altered);
        }
      }
      if (rows.size() <= size) {
        return new Page(found, Optional.empty(), altered);
      }
    }
    return new Page(found, from.map(OrderRow::id), altered);
  }

  private static Optional<Order> readable(OrderRow row) {
    try {
      return Optional.of(row.order());
    } catch (AlteredOrderException e) {
      LOG.error("An order was altered in the database", e);
      return Optional.empty();
    }
  }

  /** How many orders of each agent reached the owner since then; those in place of others not. */
  public Map<String, Integer> proposedSince(Instant since) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbi.withExtension(HistoryDao.class, dao -> dao.proposed(since))
        .forEach(each -> counts.put(each.agent(), each.orders()));
    return counts;
  }

  /** How long the owner saw each order that was confirmed since then, as far as it is known. */
  public List<Duration> timesOnPageSince(Instant since) {
    return jdbi.withExtension(HistoryDao.class, dao -> dao.shownMillis(since)).stream()
        .map(Duration::ofMillis)
        .toList();
  }

  private Optional<OrderRow> row(UUID id) {
    return jdbi.withExtension(OrdersDao.class, dao -> dao.find(id));
  }

  private List<OrderRow> rows(OrderSearch search, Optional<OrderRow> before, int limit) {
    return jdbi.withExtension(
        HistoryDao.class,
        dao ->
            dao.before(
                search.states().stream().map(OrderState::name).sorted().toList(),
                before.map(OrderRow::proposedAt).orElse(LAST_MOMENT),
                before.map(OrderRow::id).orElse(LAST_ID),
                search.like(),
                limit));
  }
}
