package dev.purser.daemon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What a killed daemon left, read while no daemon runs. */
final class BooksOnDisk implements AutoCloseable {
  private static final Set<String> COMMITTED =
      Set.of("CONFIRMED", "AUTHORIZED", "PLACED", "IN_DOUBT");

  private final Database database;

  private BooksOnDisk(Database database) {
    this.database = database;
  }

  static BooksOnDisk open(Path directory) {
    Path file = directory.resolve("database").resolve("purser");
    return new BooksOnDisk(Database.open(DatabaseConfig.embedded(file)));
  }

  /** Each order's id and state. */
  Map<String, String> states() {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id, state from orders")
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("state")))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void requireIntactTrail() {
    assertThat(new AuditReader(jdbi()).verify()).isInstanceOf(AuditReport.Intact.class);
  }

  /** Positions are the sum of their entries, and each order's entries say what its state says. */
  void requireBalance() {
    assertThat(sums("select category, held, committed, spent from budget_positions"))
        .containsExactlyInAnyOrderElementsOf(
            sums(
                """
                select p.category, coalesce(sum(e.held), 0) as held,
                  coalesce(sum(e.committed), 0) as committed, coalesce(sum(e.spent), 0) as spent
                from budget_positions p left join ledger_entries e
                  on e.month = p.month and (e.category = p.category
                    or e.category like p.category || '/%')
                group by p.category
                """));
    jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select o.state, o.total, coalesce(sum(e.held), 0) as held,
                          coalesce(sum(e.committed), 0) as committed,
                          coalesce(sum(e.spent), 0) as spent
                        from orders o left join ledger_entries e on e.order_id = o.id
                        group by o.id, o.state, o.total
                        """)
                    .map(
                        (row, context) ->
                            new Standing(
                                row.getString("state"),
                                row.getLong("total"),
                                row.getLong("held"),
                                row.getLong("committed"),
                                row.getLong("spent")))
                    .list()
                    .forEach(Standing::requireTruth));
  }

  private record Standing(String state, long total, long held, long committed, long spent) {
    void requireTruth() {
      assertThat(held).isEqualTo(state.equals("AWAITING_CONFIRMATION") ? total : 0);
      assertThat(committed).isEqualTo(COMMITTED.contains(state) ? total : 0);
      assertThat(spent).isEqualTo(state.equals("PAID") ? total : 0);
    }
  }

  private List<String> sums(String query) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(query)
                    .map(
                        (row, context) ->
                            row.getString("category")
                                + " "
                                + List.of(
                                    row.getLong("held"),
                                    row.getLong("committed"),
                                    row.getLong("spent")))
                    .list());
  }

  private Jdbi jdbi() {
    return database.jdbi();
  }

  @Override
  public void close() {
    database.close();
  }
}
