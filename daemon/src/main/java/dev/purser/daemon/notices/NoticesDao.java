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
  record Waiting(UUID id, UUID orderId, String kind, int attempts) {}

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

  @SqlQuery(
      """
      select id, order_id, kind, attempts from notices
      where sent_at is null and next_attempt_at <= :now
      order by next_attempt_at, id fetch first :limit rows only
      """)
  @RegisterConstructorMapper(Waiting.class)
  List<Waiting> due(@Bind("now") Instant now, @Bind("limit") int limit);

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
