package dev.purser.daemon.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Positions, entries and revisions. */
interface LedgerDao {
  @SqlQuery(
      """
      select category, currency, budget, held, committed, spent from budget_positions
      where month = :month and category in (<categories>)
      """)
  @RegisterConstructorMapper(PositionRow.class)
  List<PositionRow> positions(
      @Bind("month") String month, @BindList("categories") List<String> categories);

  @SqlQuery(
      """
      select category, currency, budget, held, committed, spent from budget_positions
      where month = :month order by category
      """)
  @RegisterConstructorMapper(PositionRow.class)
  List<PositionRow> positions(@Bind("month") String month);

  /** Refuses to overdraw: a hold that does not fit changes no row. */
  @SqlUpdate(
      """
      update budget_positions
      set held = held + :held, committed = committed + :committed, spent = spent + :spent
      where month = :month and category in (<categories>)
        and (:held <= 0 or budget - held - committed - spent >= :held)
      """)
  int move(@BindMethods EntryRow entry, @BindList("categories") List<String> categories);

  @SqlUpdate(
      """
      insert into ledger_entries
        (order_id, category, month, currency, kind, held, committed, spent, at)
      values (:orderId, :category, :month, :currency, :kind, :held, :committed, :spent, :at)
      """)
  void insert(@BindMethods EntryRow entry, @Bind("at") Instant at);

  @SqlQuery(
      """
      select category, month, currency,
        sum(held) as held, sum(committed) as committed, sum(spent) as spent
      from ledger_entries where order_id = :order
      group by category, month, currency order by category
      """)
  @RegisterConstructorMapper(OutstandingRow.class)
  List<OutstandingRow> outstanding(@Bind("order") UUID order);

  @SqlQuery(
      """
      select category, currency,
        sum(held) as held, sum(committed) as committed, sum(spent) as spent, month
      from ledger_entries
      where month = :month and (category = :category or category like :below)
      group by category, month, currency
      """)
  @RegisterConstructorMapper(OutstandingRow.class)
  List<OutstandingRow> usedWithin(
      @Bind("month") String month, @Bind("category") String category, @Bind("below") String below);

  @SqlQuery("select budget from budget_positions where category = :category and month = :month")
  Optional<Long> budget(@Bind("category") String category, @Bind("month") String month);

  @SqlUpdate(
      "update budget_positions set budget = :budget where category = :category and month = :month")
  void changeBudget(
      @Bind("category") String category, @Bind("month") String month, @Bind("budget") long budget);

  @SqlUpdate(
      """
      insert into budget_positions (category, month, currency, budget, held, committed, spent)
      values (:category, :month, :currency, :budget, :held, :committed, :spent)
      """)
  void insertPosition(@BindMethods PositionRow position, @Bind("month") String month);

  @SqlUpdate(
      """
      insert into budget_revisions
        (category, month, currency, before, after, changed_by, reason, changed_at)
      values (:category, :month, :currency, :before, :after, :changedBy, :reason, :changedAt)
      """)
  void insertRevision(@BindMethods RevisionRow revision);

  @SqlQuery(
      """
      select category, month, currency, before, after, changed_by, reason, changed_at
      from budget_revisions where month = :month order by id desc
      """)
  @RegisterConstructorMapper(RevisionRow.class)
  List<RevisionRow> revisions(@Bind("month") String month);
}
