package dev.purser.daemon.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of what the owner is still to be told. */
interface NoticesDao {
  /** A notice that waits. */
  record Waiting(UUID id, UUID orderId, String kind, int attempts, Instant createdAt) {}

  @SqlUpdate(
      """
      insert into notices (id, order_id, kind, created_at, attempts, next_attempt_at)
      values (:id, :order, :kind, :now, 0, :now)
      """)
  void insert(
      @Bind("id") UUID id,
      @Bind("order") UUID order,
      @Bind("kind") String kind,
      @Bind("now") Instant now);

  /** All kinds but what an agent brings about alone. */
  @SqlQuery(
      """
      select id, order_id, kind, attempts, created_at from notices
      where sent_at is null and next_attempt_at <= :now and kind <> 'ORDER_PROPOSED'
      order by next_attempt_at, id fetch first :limit rows only
      """)
  @RegisterConstructorMapper(Waiting.class)
  List<Waiting> due(@Bind("now") Instant now, @Bind("limit") int limit);

  @SqlQuery(
      """
      select distinct o.agent from notices n join orders o on o.id = n.order_id
      where n.sent_at is null and n.next_attempt_at <= :now and n.kind = 'ORDER_PROPOSED'
      order by o.agent
      """)
  List<String> agentsThatProposed(@Bind("now") Instant now);

  @SqlQuery(
      """
      select n.id, n.order_id, n.kind, n.attempts, n.created_at
      from notices n join orders o on o.id = n.order_id
      where n.sent_at is null and n.next_attempt_at <= :now and n.kind = 'ORDER_PROPOSED'
        and o.agent = :agent
      order by n.created_at, n.id fetch first :limit rows only
      """)
  @RegisterConstructorMapper(Waiting.class)
  List<Waiting> proposals(
      @Bind("agent") String agent, @Bind("now") Instant now, @Bind("limit") int limit);

  /** Whether a letter about proposals of the agent went out after that moment. */
  @SqlQuery(
      """
      select count(*) > 0 from notices n join orders o on o.id = n.order_id
      where n.sent_at > :since and n.kind = 'ORDER_PROPOSED' and o.agent = :agent
      """)
  boolean wasToldOf(@Bind("agent") String agent, @Bind("since") Instant since);

  /** For an order that no longer waits: there is nothing to tell, and no letter to count. */
  @SqlUpdate("delete from notices where id = :id and sent_at is null")
  boolean drop(@Bind("id") UUID id);

  @SqlUpdate(
      "update notices set sent_at = :now, attempts = attempts + 1 where id = :id and sent_at is null")
  boolean sent(@Bind("id") UUID id, @Bind("now") Instant now);

  @SqlUpdate(
      """
      update notices set attempts = attempts + 1, next_attempt_at = :next
      where id = :id and sent_at is null
      """)
  void postpone(@Bind("id") UUID id, @Bind("next") Instant next);
}
