package dev.purser.daemon.passkeys;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of codes; only digests are in it. */
interface CodesDao {
  @SqlUpdate("delete from enrolment_codes where expires_at <= :now")
  void forgetExpired(@Bind("now") Instant now);

  @SqlUpdate(
      """
      insert into enrolment_codes (digest, person, expires_at)
      values (:digest, :person, :expiresAt)
      """)
  void insert(
      @Bind("digest") String digest,
      @Bind("person") String person,
      @Bind("expiresAt") Instant expiresAt);

  /** Whose code it is, if it is still good. */
  @SqlQuery(
      """
      select person from enrolment_codes
      where digest = :digest and used_at is null and expires_at > :now
      """)
  Optional<String> person(@Bind("digest") String digest, @Bind("now") Instant now);

  /** True only for the one caller that uses it, in time. */
  @SqlUpdate(
      """
      update enrolment_codes set used_at = :now
      where digest = :digest and used_at is null and expires_at > :now
      """)
  boolean use(@Bind("digest") String digest, @Bind("now") Instant now);
}
