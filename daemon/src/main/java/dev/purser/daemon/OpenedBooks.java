package dev.purser.daemon;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.ledger.JdbiBudgetBook;
import dev.purser.daemon.policy.Policy;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The database, the one writer to it, and the budgets; closed together, the writer first. */
record OpenedBooks(Database database, BooksWriter writer, BudgetBook budgets) implements Managed {

  static OpenedBooks open(PurserConfiguration config, Policy policy, Clock clock) {
    Database database = Database.open(config.database());
    BooksWriter writer = BooksWriter.start(database, clock);
    record(policy, writer);
    BudgetBook budgets = new JdbiBudgetBook(writer, database.jdbi(), clock, policy.owner().zone());
    return new OpenedBooks(database, writer, budgets);
  }

  /** Who widens the policy, and puts it back, has left a trace all the same. */
  private static void record(Policy policy, BooksWriter writer) {
    AuditEntry loaded =
        AuditEntry.of("policy.loaded", "daemon", Map.of("version", policy.version()));
    writer.change(
        open -> {
          open.record(loaded);
          return loaded;
        });
  }

  Jdbi jdbi() {
    return database.jdbi();
  }

  @Override
  public void stop() {
    writer.close();
    database.close();
  }
}
