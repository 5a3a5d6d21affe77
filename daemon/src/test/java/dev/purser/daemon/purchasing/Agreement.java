package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Whether the balances are what their journal says, and the orders what both say. */
final class Agreement {
  private Agreement() {}

  static void require(Jdbi jdbi) {
    Map<String, Sums> positions = new TreeMap<>();
    Map<String, Sums> journal = new TreeMap<>();
    jdbi.useHandle(
        handle -> {
          handle
              .createQuery("select category, month, held, committed, spent from budget_positions")
              .map((row, context) -> Row.of(row))
              .forEach(row -> positions.put(row.key(row.category()), row.sums()));
          positions.keySet().forEach(key -> journal.put(key, Sums.NONE));
          handle
              .createQuery(
                  """
                  select category, month, sum(held) as held, sum(committed) as committed,
                    sum(spent) as spent
                  from ledger_entries group by category, month
                  """)
              .map((row, context) -> Row.of(row))
              .forEach(row -> add(journal, row));
        });
    assertThat(positions).isEqualTo(journal);
    requireOrders(jdbi);
  }

  /** A category's own entries count for every category above it that has an amount. */
  private static void add(Map<String, Sums> journal, Row row) {
    new CategoryId(row.category())
        .withAncestors()
        .forEach(
            category ->
                journal.computeIfPresent(
                    row.key(category.path()), (key, sums) -> sums.plus(row.sums())));
  }

  /** Only what waits is held, only what is under way is committed, only what is paid is spent. */
  private static void requireOrders(Jdbi jdbi) {
    String sums =
        """
        select count(*) from orders o left join (
          select order_id, sum(held) as held, sum(committed) as committed, sum(spent) as spent
          from ledger_entries group by order_id) e on e.order_id = o.id
        left join settlements s on s.order_id = o.id
        where coalesce(e.held, 0) <>
            case when o.state = 'AWAITING_CONFIRMATION' then o.total else 0 end
          or coalesce(e.committed, 0) <>
            case when o.state in ('CONFIRMED', 'AUTHORIZED', 'PLACED', 'IN_DOUBT')
              then o.total else 0 end
          or coalesce(e.spent, 0) <> coalesce(s.captured - s.refunded, 0)
          or (o.state = 'PAID' and (s.captured = 0 or s.refunded <> 0))
          or (o.state = 'PARTLY_REFUNDED' and (s.refunded = 0 or s.refunded >= s.captured))
          or (o.state = 'REFUNDED' and s.refunded <> s.captured)
        """;
    int wrong = jdbi.withHandle(handle -> handle.createQuery(sums).mapTo(Integer.class).one());
    assertThat(wrong).as("orders whose entries do not fit their state").isZero();
  }

  private record Sums(long held, long committed, long spent) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(held + other.held, committed + other.committed, spent + other.spent);
    }
  }

  private record Row(String category, String month, Sums sums) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("category"),
          row.getString("month"),
          new Sums(row.getLong("held"), row.getLong("committed"), row.getLong("spent")));
    }

    String key(String path) {
      return path + " " + month;
    }
  }
}
