package dev.purser.daemon.confirmation;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Counts of wrong proofs. */
interface AttemptsDao {
  /**
   * Failures within one window.
   *
   * @param windowEndsAt when they are forgotten
   */
  record Failures(int failures, Instant windowEndsAt) {}

  @SqlQuery("select failures, window_ends_at from proof_attempts where subject = :subject")
  @RegisterConstructorMapper(Failures.class)
  Optional<Failures> find(@Bind("subject") String subject);

  @SqlUpdate("delete from proof_attempts where subject = :subject")
  void forget(@Bind("subject") String subject);

  @SqlUpdate(
      """
      insert into proof_attempts (subject, failures, window_ends_at)
      values (:subject, :failures, :endsAt)
      """)
  void insert(
      @Bind("subject") String subject,
      @Bind("failures") int failures,
      @Bind("endsAt") Instant endsAt);
}
