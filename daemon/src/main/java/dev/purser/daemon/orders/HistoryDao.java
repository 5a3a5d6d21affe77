package dev.purser.daemon.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The orders' table, read backwards. */
@RegisterConstructorMapper(OrderRow.class)
interface HistoryDao {

  @SqlQuery(
      "select "
          + OrdersDao.COLUMNS
          + """
          from orders
          where state in (<states>)
            and (proposed_at < :at or (proposed_at = :at and id < :id))
            and (lower(requisition) like :like or lower(agent) like :like
              or cast(id as varchar(36)) like :like)
          order by proposed_at desc, id desc fetch first :limit rows only
          """)
  List<OrderRow> before(
      @BindList("states") List<String> states,
      @Bind("at") Instant at,
      @Bind("id") UUID id,
      @Bind("like") String like,
      @Bind("limit") int limit);

  @SqlQuery(
      """
      select shown_millis from orders
      where confirmed_at > :since and shown_millis is not null
      """)
  List<Long> shownMillis(@Bind("since") Instant since);

  /** How many orders of one agent reached the owner. */
  record ByAgent(String agent, int orders) {}

  @SqlQuery(
      """
      select agent, count(*) as orders from orders
      where proposed_at > :since and state <> 'DENIED' and replaces is null
      group by agent order by agent
      """)
  @RegisterConstructorMapper(ByAgent.class)
  List<ByAgent> proposed(@Bind("since") Instant since);
}
