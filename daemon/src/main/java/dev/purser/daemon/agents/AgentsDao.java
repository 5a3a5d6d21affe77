package dev.purser.daemon.agents;

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

/** The table of the owner's words on agents. */
@RegisterConstructorMapper(AgentsDao.Row.class)
interface AgentsDao {
  /** An enrolment as the table keeps it. */
  record Row(
      String name,
      String attenuation,
      @Nullable String fingerprint,
      String addedBy,
      Instant addedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {

    static Row of(Enrolment enrolment) {
      return new Row(
          enrolment.name(),
          AttenuationJson.write(enrolment.attenuation()),
          enrolment.certificate().map(Fingerprint::hex).orElse(null),
          enrolment.added().by(),
          enrolment.added().at(),
          enrolment.attenuation().expiresAt().orElse(null),
          enrolment.revokedAt().orElse(null));
    }

    Enrolment enrolment() {
      return new Enrolment(
          name,
          AttenuationJson.read(attenuation),
          Optional.ofNullable(fingerprint).map(Fingerprint::new),
          new Enrolment.Added(addedBy, addedAt),
          Optional.ofNullable(revokedAt));
    }
  }

  String COLUMNS =
      "name, attenuation, fingerprint, added_by, added_at, expires_at, revoked_at from agents ";

  @SqlUpdate("delete from agents where name = :name")
  void remove(@Bind("name") String name);

  @SqlUpdate(
      """
      insert into agents (name, attenuation, fingerprint, added_by, added_at, expires_at, revoked_at)
      values (:name, :attenuation, :fingerprint, :addedBy, :addedAt, :expiresAt, :revokedAt)
      """)
  void insert(@BindMethods Row row);

  /** True only for the one caller that ends it. */
  @SqlUpdate("update agents set revoked_at = :now where name = :name and revoked_at is null")
  boolean revoke(@Bind("name") String name, @Bind("now") Instant now);

  @SqlQuery("select " + COLUMNS + "where name = :name")
  Optional<Row> find(@Bind("name") String name);

  @SqlQuery("select " + COLUMNS + "where fingerprint = :fingerprint and revoked_at is null")
  List<Row> withCertificate(@Bind("fingerprint") String fingerprint);

  @SqlQuery("select " + COLUMNS + "order by name")
  List<Row> all();

  /** Orders that wait for the owner and whose agent has expired. */
  @SqlQuery(
      """
      select o.id from orders o join agents a on a.name = o.agent
      where o.state = 'AWAITING_CONFIRMATION' and a.expires_at <= :now
      order by o.proposed_at fetch first 100 rows only
      """)
  List<UUID> waitingOfExpired(@Bind("now") Instant now);
}
