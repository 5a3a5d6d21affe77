package dev.purser.daemon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class EachDatabaseTest {
  private static final Set<String> PRODUCTS = Collections.synchronizedSet(new LinkedHashSet<>());

  @OnEachDatabase
  void theDatabaseIsWhatItsNameSays(Database database) throws SQLException {
    String product;
    String version;
    try (Connection connection = database.jdbi().open().getConnection()) {
      product = connection.getMetaData().getDatabaseProductName();
      version = connection.getMetaData().getDatabaseProductVersion();
    }

    PRODUCTS.add(product);
    assertThat(version).startsWith(product.equals("PostgreSQL") ? "18." : "2.5.");
  }

  @AfterAll
  static void bothWereTried() {
    assertThat(PRODUCTS).containsExactlyInAnyOrder("H2", "PostgreSQL");
  }

  @OnEachDatabase
  void eachTestFindsTheSchemaAndNoRows(Database database) {
    assertThat(count(database, "orders")).isZero();
    assertThat(count(database, "audit_head")).isOne();
    assertThat(count(database, "proof_attempts")).isZero();

    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into proof_attempts (subject, failures, window_ends_at)"
                        + " values ('left behind', 1, ?)",
                    Instant.EPOCH));
  }

  /**
   * Whatever zone the machine is in: half past two on the night that the clocks go back. Finds one
   * row only if no other test left one.
   */
  @OnEachDatabase
  void instantsComeBackAsTheyWere(Database database) {
    Instant night = Instant.parse("2026-10-25T00:30:00.123456Z");

    Instant read =
        database
            .jdbi()
            .withHandle(
                handle -> {
                  handle.execute(
                      "insert into proof_attempts (subject, failures, window_ends_at)"
                          + " values ('night', 1, ?)",
                      night);
                  return handle
                      .createQuery("select window_ends_at from proof_attempts")
                      .mapTo(Instant.class)
                      .one();
                });

    assertThat(read).isEqualTo(night);
  }

  /** Bound as an object's property, as batches do: a lacking id has no class to go by. */
  @OnEachDatabase
  void theLackOfAnIdIsKeptToo(Database database) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into audit_events (seq, order_id, body, hash)"
                            + " values (1, :order, '{}', 'none')")
                    .bindMethods(new Event(null))
                    .execute());

    assertThat(count(database, "audit_events where order_id is null")).isOne();
  }

  /** Something that may be about an order. */
  public record Event(@Nullable UUID order) {}

  private static int count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
