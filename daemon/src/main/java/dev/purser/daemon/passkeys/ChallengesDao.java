package dev.purser.daemon.passkeys;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of what was asked to be signed. */
interface ChallengesDao {
  /** A challenge as the table keeps it. */
  record Row(String nonce, String subject, String action) {}

  @SqlUpdate("delete from challenges where expires_at <= :now")
  void forgetExpired(@Bind("now") Instant now);

  @SqlQuery("select count(*) from challenges where subject = :subject")
  int count(@Bind("subject") String subject);

  @SqlUpdate(
      """
      insert into challenges (challenge, nonce, subject, action, expires_at)
      values (:challenge, :nonce, :subject, :action, :expiresAt)
      """)
  void insert(
      @Bind("challenge") String challenge,
      @Bind("nonce") String nonce,
      @Bind("subject") String subject,
      @Bind("action") String action,
      @Bind("expiresAt") Instant expiresAt);

  @SqlQuery("select nonce, subject, action from challenges where challenge = :challenge")
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(@Bind("challenge") String challenge);

  /** True only for the one caller that uses it, in time. */
  @SqlUpdate(
      """
      update challenges set used_at = :now
      where challenge = :challenge and used_at is null and expires_at > :now
      """)
  boolean use(@Bind("challenge") String challenge, @Bind("now") Instant now);
}
