package dev.purser.daemon.inspection;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads across the tables; writes nothing. */
interface InspectionDao {
  @SqlQuery("select id from orders where id > :after order by id fetch first :limit rows only")
  List<UUID> ordersAfter(@Bind("after") UUID after, @Bind("limit") int limit);

  @SqlQuery("select id from orders order by id fetch first :limit rows only")
  List<UUID> firstOrders(@Bind("limit") int limit);

  @SqlQuery(
      """
      select o.id, o.agent, o.vendor, o.state, o.requisition, o.digest, o.currency, o.total,
        coalesce(e.held, 0) as held, coalesce(e.committed, 0) as committed,
        coalesce(e.spent, 0) as spent, coalesce(s.captured, 0) as captured,
        coalesce(s.refunded, 0) as refunded, m.digest as mandate_digest,
        m.proof as mandate_proof
      from orders o
      left join (
        select order_id, cast(sum(held) as bigint) as held,
          cast(sum(committed) as bigint) as committed, cast(sum(spent) as bigint) as spent
        from ledger_entries where order_id in (<ids>) group by order_id) e on e.order_id = o.id
      left join settlements s on s.order_id = o.id
      left join mandates m on m.order_id = o.id
      where o.id in (<ids>) order by o.id
      """)
  @RegisterConstructorMapper(InspectedOrderRow.class)
  List<InspectedOrderRow> orders(@BindList("ids") List<UUID> ids);

  @SqlQuery(
      """
      select order_id, body from audit_events where order_id in (<ids>) order by order_id, seq
      """)
  @RegisterConstructorMapper(OrderEventRow.class)
  List<OrderEventRow> events(@BindList("ids") List<UUID> ids);

  @SqlQuery(
      """
      select distinct e.order_id from audit_events e
      where e.order_id is not null and not exists (select 1 from orders o where o.id = e.order_id)
      order by e.order_id fetch first :limit rows only
      """)
  List<UUID> lostOrders(@Bind("limit") int limit);

  @SqlQuery(
      """
      select p.category, p.month, p.currency, p.budget, p.held, p.committed, p.spent,
        cast(coalesce(sum(e.held), 0) as bigint) as held_by_entries,
        cast(coalesce(sum(e.committed), 0) as bigint) as committed_by_entries,
        cast(coalesce(sum(e.spent), 0) as bigint) as spent_by_entries
      from budget_positions p
      left join ledger_entries e on e.month = p.month
        and (e.category = p.category or e.category like p.category || '/%')
      group by p.category, p.month, p.currency, p.budget, p.held, p.committed, p.spent
      order by p.month, p.category
      """)
  @RegisterConstructorMapper(InspectedPositionRow.class)
  List<InspectedPositionRow> positions();

  @SqlQuery(
      """
      select body from audit_events where order_id is null and body like '%"type":"budget.set"%'
      order by seq
      """)
  List<String> budgetEvents();

  @SqlQuery("select id, terms, digest, state from standing_mandates order by id")
  @RegisterConstructorMapper(InspectedStandingRow.class)
  List<InspectedStandingRow> standingMandates();

  @SqlQuery(
      """
      select body from audit_events where order_id is null and body like '%"type":"standing.%'
      order by seq
      """)
  List<String> standingEvents();

  /** Orders that were confirmed under a standing mandate, as uses or mandates have it. */
  @SqlQuery(
      """
      select o.id as order_id, u.standing_id, m.standing as terms
      from orders o
      left join standing_orders u on u.order_id = o.id and u.used = true
      left join mandates m on m.order_id = o.id and m.proof = 'standing'
      where u.standing_id is not null or m.order_id is not null
      """)
  @RegisterConstructorMapper(StandingUseRow.class)
  List<StandingUseRow> standingUses();

  @SqlQuery(
      """
      select order_id, body from audit_events
      where order_id is not null and body like '%"type":"standing.used"%' order by seq
      """)
  @RegisterConstructorMapper(OrderEventRow.class)
  List<OrderEventRow> standingUseEvents();
}
