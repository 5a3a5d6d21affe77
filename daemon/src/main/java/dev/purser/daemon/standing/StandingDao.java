package dev.purser.daemon.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables of standing mandates, and what they need to know of orders. */
@RegisterConstructorMapper(StandingRow.class)
interface StandingDao {
  String SELECT =
      """
      select m.id, m.terms, m.digest, m.state, m.why, l.number as last_number,
        l.person as last_person, l.signed_at as last_signed_at, g.passkey, g.nonce,
        g.credential_id, g.client_data, g.authenticator_data, g.signature, g.rp_id, g.origin
      from standing_mandates m
      join standing_signatures g on g.standing_id = m.id and g.number = 0
      join standing_signatures l on l.standing_id = m.id and l.number = (
        select max(s.number) from standing_signatures s where s.standing_id = m.id)
      """;

  /** Of an order that should make somebody look before the mandate is used again. */
  String DISTURBED =
      """
      d.forgiven = false and (
        (d.used = false and o.state = 'DECLINED')
        or (d.used = true and (
          o.state in ('UNDONE', 'FAILED', 'IN_DOUBT', 'PARTLY_REFUNDED', 'REFUNDED')
          or s.refund_asked > 0
          or s.pending_step in ('VOID_AFTER_UNDO', 'VOID_AFTER_REJECTION')
          or exists (select 1 from audit_events e
            where e.order_id = o.id and e.body like '%"type":"order.in_doubt"%'))))
      """;

  /** What became of an order that a mandate was meant for. */
  record Disturbance(UUID orderId, String state, boolean refunded, boolean voided) {}

  /** A mandate that was meant for an order, and whether the order was confirmed under it. */
  record Concern(UUID standingId, boolean used) {}

  /** A paid order's frozen text. */
  record PaidOrder(String requisition, String digest) {}

  /** Uses since a moment; the total in minor units of the mandate's currency. */
  record Uses(int uses, long total) {}

  @SqlUpdate(
      """
      insert into standing_mandates (id, agent, terms, digest, state, expires_at, changed_at)
      values (:id, :agent, :terms, :digest, 'ACTIVE', :expiresAt, :now)
      """)
  void insert(
      @Bind("id") UUID id,
      @Bind("agent") String agent,
      @Bind("terms") String terms,
      @Bind("digest") String digest,
      @Bind("expiresAt") Instant expiresAt,
      @Bind("now") Instant now);

  @SqlUpdate(
      """
      insert into standing_signatures (standing_id, number, person, signed_at, passkey, nonce,
        credential_id, client_data, authenticator_data, signature, rp_id, origin)
      values (:standingId, :number, :person, :signedAt, :passkey, :nonce,
        :credentialId, :clientData, :authenticatorData, :signature, :rpId, :origin)
      """)
  void insert(@BindMethods SignatureRow signature);

  @SqlQuery(SELECT + " where m.id = :id")
  Optional<StandingRow> find(@Bind("id") UUID id);

  @SqlQuery(SELECT + " order by m.changed_at desc, m.id")
  List<StandingRow> all();

  @SqlQuery(
      SELECT
          + " where m.agent = :agent and m.state = 'ACTIVE' and m.expires_at > :now order by m.id")
  List<StandingRow> activeOf(@Bind("agent") String agent, @Bind("now") Instant now);

  @SqlQuery(SELECT + " where m.state = 'ACTIVE' and m.expires_at > :now order by m.id")
  List<StandingRow> active(@Bind("now") Instant now);

  /** True only for the one caller that saw {@code from}. */
  @SqlUpdate(
      """
      update standing_mandates set state = :to, why = :why, changed_at = :now
      where id = :id and state = :from
      """)
  boolean move(
      @Bind("id") UUID id,
      @Bind("from") String from,
      @Bind("to") String to,
      @Bind("why") @Nullable String why,
      @Bind("now") Instant now);

  @SqlUpdate(
      """
      insert into standing_orders (standing_id, order_id, used, total, at, forgiven)
      values (:id, :order, false, :total, :now, false)
      """)
  void note(
      @Bind("id") UUID id,
      @Bind("order") UUID order,
      @Bind("total") long total,
      @Bind("now") Instant now);

  @SqlUpdate("update standing_orders set used = true where standing_id = :id and order_id = :order")
  void use(@Bind("id") UUID id, @Bind("order") UUID order);

  @SqlQuery("select count(*) from standing_orders where standing_id = :id and at > :since")
  int tries(@Bind("id") UUID id, @Bind("since") Instant since);

  @SqlQuery(
      """
      select count(*) as uses, cast(coalesce(sum(total), 0) as bigint) as total
      from standing_orders where standing_id = :id and used = true and at >= :since
      """)
  @RegisterConstructorMapper(Uses.class)
  Uses uses(@Bind("id") UUID id, @Bind("since") Instant since);

  /** When the owner last confirmed an order of the agent with a passkey. */
  @SqlQuery(
      """
      select max(m.confirmed_at) from mandates m join orders o on o.id = m.order_id
      where o.agent = :agent and m.proof = 'passkey'
      """)
  Optional<Instant> lastStrongConfirmation(@Bind("agent") String agent);

  /** What the owner confirmed in person and paid, the newest first. */
  @SqlQuery(
      """
      select o.requisition, o.digest from orders o join mandates m on m.order_id = o.id
      where o.vendor = :vendor and o.state in ('PAID', 'PARTLY_REFUNDED')
        and m.proof <> 'standing'
      order by m.confirmed_at desc, o.id desc fetch first :limit rows only
      """)
  @RegisterConstructorMapper(PaidOrder.class)
  List<PaidOrder> paid(@Bind("vendor") String vendor, @Bind("limit") int limit);

  @SqlQuery(
      """
      select d.order_id, o.state, coalesce(s.refund_asked, 0) > 0 as refunded,
        coalesce(s.pending_step, '') in ('VOID_AFTER_UNDO', 'VOID_AFTER_REJECTION') as voided
      from standing_orders d join orders o on o.id = d.order_id
      left join settlements s on s.order_id = o.id
      where d.standing_id = :id and
      """
          + DISTURBED
          + " order by d.at, d.order_id fetch first 1 rows only")
  @RegisterConstructorMapper(Disturbance.class)
  Optional<Disturbance> disturbance(@Bind("id") UUID id);

  @SqlUpdate(
      "update standing_orders set forgiven = true where standing_id = :id and order_id = :order")
  void forgive(@Bind("id") UUID id, @Bind("order") UUID order);

  /** Whether there is any active mandate to look at: its agent, its passkey, or an order of it. */
  @SqlQuery(
      """
      select count(*) > 0 from standing_mandates m
      where m.state = 'ACTIVE' and m.expires_at > :now and (
        exists (select 1 from agents a where a.name = m.agent
          and (a.revoked_at is not null or a.expires_at <= :now))
        or exists (select 1 from freezes f where f.agent in ('*', m.agent))
        or exists (select 1 from standing_signatures g join passkeys p
            on p.credential_id = g.credential_id
          where g.standing_id = m.id and g.number = 0 and p.revoked_at is not null)
        or exists (select 1 from standing_orders d join orders o on o.id = d.order_id
          left join settlements s on s.order_id = o.id
          where d.standing_id = m.id and
      """
          + DISTURBED
          + "))")
  boolean anySuspect(@Bind("now") Instant now);

  /** The mandate that the order was confirmed under. */
  @SqlQuery("select standing_id from standing_orders where order_id = :order and used = true")
  Optional<UUID> under(@Bind("order") UUID order);

  /** Mandates that were meant for the order. */
  @SqlQuery(
      "select standing_id, used from standing_orders where order_id = :order order by standing_id")
  @RegisterConstructorMapper(Concern.class)
  List<Concern> concerning(@Bind("order") UUID order);

  @SqlQuery(
      """
      select order_id from standing_orders where standing_id = :id and used = true
      order by at desc, order_id desc fetch first :limit rows only
      """)
  List<UUID> usesOf(@Bind("id") UUID id, @Bind("limit") int limit);

  @SqlQuery(
      """
      select order_id from standing_orders where standing_id = :id
      order by at desc, order_id desc fetch first 1 rows only
      """)
  Optional<UUID> lastOrder(@Bind("id") UUID id);

  /** The agent's newest order that was confirmed under a mandate after that moment, and stands. */
  @SqlQuery(
      """
      select o.id from standing_orders d join orders o on o.id = d.order_id
      where d.used = true and o.agent = :agent and d.at > :since
        and o.state not in ('UNDONE', 'FAILED', 'REFUNDED')
        and (cast(:vendor as varchar(40)) is null or o.vendor = :vendor)
        and (cast(:key as char(64)) is null or o.content_key = :key)
      order by d.at desc, o.id desc fetch first 1 rows only
      """)
  Optional<UUID> lately(
      @Bind("agent") String agent,
      @Bind("since") Instant since,
      @Bind("vendor") @Nullable String vendor,
      @Bind("key") @Nullable String contentKey);
}
