package dev.purser.daemon.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The table of what the owner is still to be told. */
@RegisterConstructorMapper(NoticesDao.Waiting.class)
interface NoticesDao {
  /** A notice that waits. */
  record Waiting(
      UUID id,
      UUID orderId,
      String kind,
      @Nullable String detail,
      Instant usefulUntil,
      int attempts,
      Instant dueAt) {
    News news() {
      return new StoredNews(kind, detail, usefulUntil).news();
    }
  }

  /** A notice that is new. */
  record Row(
      UUID id,
      UUID orderId,
      String kind,
      @Nullable String detail,
      Instant usefulUntil,
      Instant createdAt,
      Instant dueAt) {}

  /**
   * What may be told now.
   *
   * @param before only what is of no use later than this
   * @param nightFrom what was due from here
   * @param nightTo until here is told apart
   * @param limit of notices
   */
  record Slot(Instant now, Instant before, Instant nightFrom, Instant nightTo, int limit) {}

  String WAITING =
      """
      select n.id, n.order_id, n.kind, n.detail, n.useful_until, n.attempts, n.due_at
      """;

  String DUE =
      """
      from notices n join orders o on o.id = n.order_id
      where n.sent_at is null and n.next_attempt_at <= :now and n.useful_until <= :before
      """;

  String BY_DAY = " and not (n.due_at >= :nightFrom and n.due_at < :nightTo) ";

  String IN_ORDER = " order by n.next_attempt_at, n.id fetch first :limit rows only";

  @SqlUpdate(
      """
      insert into notices
        (id, order_id, kind, detail, useful_until, created_at, due_at, attempts, next_attempt_at)
      values (:id, :orderId, :kind, :detail, :usefulUntil, :createdAt, :dueAt, 0, :dueAt)
      """)
  void insert(@BindMethods Row row);

  @SqlQuery("select expires_at from orders where id = :order")
  Instant expiry(@Bind("order") UUID order);

  /** All but what an agent brings about alone, and what is said for the second time. */
  @SqlQuery(
      WAITING
          + DUE
          + BY_DAY
          + "and n.kind not in ('ORDER_PROPOSED', 'ORDER_REMINDER', 'ORDER_TOLD_AGAIN')"
          + IN_ORDER)
  List<Waiting> news(@BindMethods Slot slot);

  @SqlQuery(
      "select distinct o.agent " + DUE + BY_DAY + "and n.kind = 'ORDER_PROPOSED' order by o.agent")
  List<String> agentsThatProposed(@BindMethods Slot slot);

  @SqlQuery(
      WAITING
          + DUE
          + BY_DAY
          + """
          and n.kind = 'ORDER_PROPOSED' and o.agent = :agent
          order by n.created_at, n.id fetch first :limit rows only
          """)
  List<Waiting> proposals(@Bind("agent") String agent, @BindMethods Slot slot);

  @SqlQuery(
      WAITING + DUE + BY_DAY + "and n.kind in ('ORDER_REMINDER', 'ORDER_TOLD_AGAIN')" + IN_ORDER)
  List<Waiting> secondTime(@BindMethods Slot slot);

  /** What became due in quiet hours. */
  @SqlQuery(WAITING + DUE + "and n.due_at >= :nightFrom and n.due_at < :nightTo" + IN_ORDER)
  List<Waiting> ofTheNight(@BindMethods Slot slot);

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

  @SqlUpdate(
      """
      delete from notices
      where order_id = :order and sent_at is null
        and kind in ('ORDER_PROPOSED', 'ORDER_REPLACED', 'ORDER_TOLD_AGAIN')
      """)
  void dropOtherQuestions(@Bind("order") UUID order);

  @SqlQuery(
      """
      select count(*) from notices
      where order_id = :order and sent_at is null and kind = 'ORDER_REMINDER'
      """)
  int remindersThatWait(@Bind("order") UUID order);

  /** False when it has been put off that often already. */
  @SqlUpdate(
      """
      update notices
      set due_at = :due, next_attempt_at = :due, attempts = 0, put_off = put_off + 1
      where order_id = :order and sent_at is null and kind = 'ORDER_REMINDER' and put_off < :max
      """)
  boolean putOff(@Bind("order") UUID order, @Bind("due") Instant due, @Bind("max") int max);
}
