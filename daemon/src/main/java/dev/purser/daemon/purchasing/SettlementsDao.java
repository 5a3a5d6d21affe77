package dev.purser.daemon.purchasing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The settlements' table. */
@RegisterConstructorMapper(Settlement.class)
interface SettlementsDao {
  String COLUMNS =
      """
      order_id, pending_step, payment_reference, captured, refunded, refunds, refund_asked,
      attempts, next_attempt_at
      """;

  @SqlUpdate(
      """
      insert into settlements (order_id, rail, captured, refunded, refunds, refund_asked, attempts,
        next_attempt_at)
      values (:order, :rail, 0, 0, 0, 0, 0, :now)
      """)
  void insert(@Bind("order") UUID order, @Bind("rail") String rail, @Bind("now") Instant now);

  @SqlQuery("select " + COLUMNS + " from settlements where order_id = :order")
  Optional<Settlement> find(@Bind("order") UUID order);

  @SqlQuery(
      """
      select s.order_id from settlements s join orders o on o.id = s.order_id
      where s.next_attempt_at <= :now
        and (o.state in ('CONFIRMED', 'AUTHORIZED', 'PLACED', 'IN_DOUBT') or s.refund_asked > 0)
      order by s.next_attempt_at fetch first :limit rows only
      """)
  List<UUID> due(@Bind("now") Instant now, @Bind("limit") int limit);

  /** True only for the one caller that found no step under way. */
  @SqlUpdate(
      """
      update settlements set pending_step = :step
      where order_id = :order and pending_step is null
      """)
  boolean announce(@Bind("order") UUID order, @Bind("step") String step);

  @SqlUpdate(
      """
      update settlements set pending_step = :step, attempts = :attempts, next_attempt_at = :next
      where order_id = :order
      """)
  void schedule(
      @Bind("order") UUID order,
      @Bind("step") @Nullable String step,
      @Bind("attempts") int attempts,
      @Bind("next") Instant next);

  @SqlUpdate("update settlements set payment_reference = :reference where order_id = :order")
  void authorized(@Bind("order") UUID order, @Bind("reference") String reference);

  @SqlUpdate("update settlements set vendor_reference = :reference where order_id = :order")
  void placed(@Bind("order") UUID order, @Bind("reference") String reference);

  @SqlUpdate("update settlements set captured = :captured where order_id = :order")
  void captured(@Bind("order") UUID order, @Bind("captured") long captured);

  /** True only while no other refund is under way and enough is left of what was captured. */
  @SqlUpdate(
      """
      update settlements
      set refund_asked = :asked, refunds = refunds + 1, next_attempt_at = :now, attempts = 0
      where order_id = :order and refund_asked = 0 and captured - refunded >= :asked
      """)
  boolean askRefund(@Bind("order") UUID order, @Bind("asked") long asked, @Bind("now") Instant now);

  /** True only for the one caller that ends this refund; a later one is not ended by it. */
  @SqlUpdate(
      """
      update settlements set refunded = refunded + :done, refund_asked = 0
      where order_id = :order and refunds = :number and refund_asked > 0
      """)
  boolean endRefund(@Bind("order") UUID order, @Bind("number") int number, @Bind("done") long done);
}
