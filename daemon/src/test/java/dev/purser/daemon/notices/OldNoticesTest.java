package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What waited to be told when the daemon was updated. */
class OldNoticesTest {
  private static final String URL =
      "jdbc:h2:mem:notices;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=MONTH";

  private static final String ORDER = "01930000-0000-7000-8000-000000000001";

  @Test
  void aQuestionIsOfUseUntilItsOrderExpiresAndNewsForGood() {
    JdbcConnectionPool source = JdbcConnectionPool.create(URL, "purser", "");
    try {
      Flyway.configure()
          .dataSource(source)
          .target(MigrationVersion.fromVersion("3"))
          .load()
          .migrate();
      Jdbi jdbi = Jdbi.create(source);
      jdbi.useHandle(
          handle -> {
            handle.execute(
                """
                insert into orders (id, agent, vendor, state, requisition, digest, content_key,
                  currency, total, month, proposed_at, expires_at, changed_at)
                values ('%s', 'a', 'v', 'AWAITING_CONFIRMATION', '{}', 'd', 'k', 'USD', 1,
                  '2026-11', now(), timestamp with time zone '2026-11-24 10:00:00+00', now())
                """
                    .formatted(ORDER));
            for (String kind : new String[] {"ORDER_PROPOSED", "ORDER_PAID"}) {
              handle.execute(
                  """
                  insert into notices (id, order_id, kind, created_at, attempts, next_attempt_at)
                  values (random_uuid(), '%s', '%s', timestamp with time zone '2026-11-23 10:00:00+00',
                    0, now())
                  """
                      .formatted(ORDER, kind));
            }
          });

      Flyway.configure().dataSource(source).load().migrate();

      List<String> kept =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          """
                          select kind || ' ' || extract(year from useful_until) || ' '
                            || extract(day from due_at) from notices order by kind
                          """)
                      .mapTo(String.class)
                      .list());
      assertThat(kept).containsExactly("ORDER_PAID 9999 23", "ORDER_PROPOSED 2026 23");
    } finally {
      source.dispose();
    }
  }
}
