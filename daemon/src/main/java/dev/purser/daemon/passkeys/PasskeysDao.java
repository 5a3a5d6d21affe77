package dev.purser.daemon.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The passkeys' table. */
@RegisterConstructorMapper(PasskeysDao.Row.class)
interface PasskeysDao {
  /** A passkey as the table keeps it. */
  record Row(
      String id,
      String credentialId,
      String attested,
      long counter,
      String person,
      String label,
      Instant addedAt,
      @Nullable Instant revokedAt) {
    Passkey passkey() {
      return new Passkey(
          id, credentialId, attested, person, label, addedAt, Optional.ofNullable(revokedAt));
    }
  }

  String COLUMNS =
      "id, credential_id, attested, counter, person, label, added_at, revoked_at from passkeys ";

  @SqlUpdate(
      """
      insert into passkeys (id, credential_id, attested, counter, person, label, added_at)
      values (:id, :credentialId, :attested, :counter, :person, :label, :addedAt)
      """)
  void insert(@BindMethods Row row);

  @SqlQuery("select " + COLUMNS + "where credential_id = :credential")
  Optional<Row> find(@Bind("credential") String credentialId);

  @SqlQuery("select " + COLUMNS + "order by added_at, id")
  List<Row> all();

  /** True only if the authenticator has counted on, or does not count at all. */
  @SqlUpdate(
      """
      update passkeys set counter = :counter
      where id = :id and revoked_at is null
        and (counter < :counter or (counter = 0 and :counter = 0))
      """)
  boolean countOn(@Bind("id") String id, @Bind("counter") long counter);

  /** True only for the one caller that ends it. */
  @SqlUpdate("update passkeys set revoked_at = :now where id = :id and revoked_at is null")
  boolean revoke(@Bind("id") String id, @Bind("now") Instant now);
}
