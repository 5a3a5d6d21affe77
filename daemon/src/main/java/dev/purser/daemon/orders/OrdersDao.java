package dev.purser.daemon.orders;

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
import org.jspecify.annotations.Nullable;

/** The orders' table. */
@RegisterConstructorMapper(OrderRow.class)
interface OrdersDao {
  String COLUMNS =
      """
      id, agent, vendor, state, requisition, digest, content_key, currency, total, month, reason,
      violations, replaces, outcome, proposed_at, expires_at, confirmed_at, decline_code,
      decline_reason
      """;

  @SqlUpdate(
      """
      insert into orders (id, agent, vendor, state, requisition, digest, content_key, currency,
        total, month, reason, violations, replaces, outcome, proposed_at, expires_at, confirmed_at,
        changed_at)
      values (:id, :agent, :vendor, :state, :requisition, :digest, :contentKey, :currency,
        :total, :month, :reason, :violations, :replaces, :outcome, :proposedAt, :expiresAt,
        :confirmedAt, :proposedAt)
      """)
  void insert(@BindMethods OrderRow order);

  @SqlQuery("select " + COLUMNS + " from orders where id = :id")
  Optional<OrderRow> find(@Bind("id") UUID id);

  @SqlQuery(
      "select "
          + COLUMNS
          + """
          from orders
          where agent = :agent and content_key = :key and state = 'AWAITING_CONFIRMATION'
            and expires_at > :now
          order by proposed_at desc fetch first 1 rows only
          """)
  Optional<OrderRow> pending(
      @Bind("agent") String agent, @Bind("key") String contentKey, @Bind("now") Instant now);

  @SqlQuery(
      "select "
          + COLUMNS
          + """
          from orders
          where agent = :agent and content_key = :key and state = 'DENIED' and proposed_at > :since
          order by proposed_at desc, id desc fetch first 1 rows only
          """)
  Optional<OrderRow> lastDenied(
      @Bind("agent") String agent, @Bind("key") String contentKey, @Bind("since") Instant since);

  @SqlQuery(
      """
      select proposed_at from orders
      where agent = :agent and state in (<states>) and proposed_at > :since
      order by proposed_at desc offset :later rows fetch first 1 rows only
      """)
  Optional<Instant> nthLast(
      @Bind("agent") String agent,
      @BindList("states") List<String> states,
      @Bind("later") int later,
      @Bind("since") Instant since);

  @SqlQuery(
      """
      select count(*) from orders
      where agent = :agent and state = 'AWAITING_CONFIRMATION' and expires_at > :now
      """)
  int countPending(@Bind("agent") String agent, @Bind("now") Instant now);

  @SqlQuery(
      "select id from orders where agent = :agent and state = 'AWAITING_CONFIRMATION' order by id")
  List<UUID> waitingOf(@Bind("agent") String agent);

  @SqlQuery(
      """
      select id from orders where state = 'AWAITING_CONFIRMATION' and expires_at <= :now
      order by expires_at fetch first :limit rows only
      """)
  List<UUID> overdue(@Bind("now") Instant now, @Bind("limit") int limit);

  @SqlQuery(
      "select "
          + COLUMNS
          + " from orders order by case state when 'AWAITING_CONFIRMATION' then 0 else 1 end, proposed_at desc, id fetch first :limit rows only")
  List<OrderRow> latest(@Bind("limit") int limit);

  @SqlQuery(
      "select "
          + COLUMNS
          + """
          from orders
          where vendor = :vendor and state in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
          order by confirmed_at desc, id desc fetch first :limit rows only
          """)
  List<OrderRow> paidAt(@Bind("vendor") String vendor, @Bind("limit") int limit);

  @SqlQuery(
      """
      select count(*) from orders
      where vendor = :vendor and state in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
      """)
  int countPaidAt(@Bind("vendor") String vendor);

  @SqlQuery(
      """
      select count(*) from orders
      where agent = :agent and state <> 'DENIED' and replaces is null
        and proposed_at >= :from and proposed_at <= :to
      """)
  int countProposed(
      @Bind("agent") String agent, @Bind("from") Instant from, @Bind("to") Instant to);

  @SqlQuery("select " + COLUMNS + " from orders where replaces = :order")
  Optional<OrderRow> inPlaceOf(@Bind("order") UUID order);

  @SqlQuery(
      """
      select count(*) > 0 from orders
      where state = 'AWAITING_CONFIRMATION'
        and (expires_at <= :now or agent in (select name from agents where expires_at <= :now))
      """)
  boolean anyOverdue(@Bind("now") Instant now);

  /** True only for the one caller that saw {@code from}. */
  @SqlUpdate(
      """
      update orders set state = :to, changed_at = :now, outcome = coalesce(:outcome, outcome)
      where id = :id and state = :from
      """)
  boolean move(
      @Bind("id") UUID id,
      @Bind("from") String from,
      @Bind("to") String to,
      @Bind("outcome") @Nullable String outcome,
      @Bind("now") Instant now);

  @SqlUpdate("update orders set decline_code = :code, decline_reason = :reason where id = :id")
  void decline(@Bind("id") UUID id, @Bind("code") String code, @Bind("reason") String reason);

  /** True only for the one caller that confirms while the order still waits. */
  @SqlUpdate(
      """
      update orders set state = 'CONFIRMED', changed_at = :now, confirmed_at = :now,
        shown_millis = :shownMillis
      where id = :id and state = 'AWAITING_CONFIRMATION' and digest = :digest and expires_at > :now
      """)
  boolean confirm(
      @Bind("id") UUID id,
      @Bind("digest") String digest,
      @Bind("shownMillis") @Nullable Long shownMillis,
      @Bind("now") Instant now);
}
