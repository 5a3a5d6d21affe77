package dev.purser.daemon.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The chain's tables. */
@RegisterConstructorMapper(AuditEventRow.class)
interface AuditDao {
  @SqlQuery("select length, head as hash from audit_head where id = 1 for update")
  @RegisterConstructorMapper(AuditHead.class)
  AuditHead lockHead();

  @SqlQuery("select length, head as hash from audit_head where id = 1")
  @RegisterConstructorMapper(AuditHead.class)
  AuditHead head();

  @SqlUpdate("update audit_head set length = :length, head = :hash where id = 1")
  void moveHead(@BindMethods AuditHead head);

  @SqlBatch(
      "insert into audit_events (seq, order_id, body, hash) values (:seq, :orderId, :body, :hash)")
  void insert(@BindMethods List<AuditEventRow> events);

  @SqlQuery(
      """
      select seq, order_id, body, hash from audit_events
      where seq > :after order by seq fetch first :limit rows only
      """)
  List<AuditEventRow> after(@Bind("after") long after, @Bind("limit") int limit);

  @SqlQuery("select hash from audit_events where seq = :seq")
  Optional<String> hashOf(@Bind("seq") long seq);

  @SqlQuery(
      "select seq, order_id, body, hash from audit_events where order_id = :order order by seq")
  List<AuditEventRow> ofOrder(@Bind("order") UUID order);
}
