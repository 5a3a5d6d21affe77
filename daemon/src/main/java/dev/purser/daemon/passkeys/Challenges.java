package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Questions put to passkeys. Each is answered once, within {@link #LIFETIME}, or never. */
public final class Challenges {
  /** Time enough to find the phone. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** At once about one thing: whoever holds a link cannot fill the books with questions. */
  static final int MAX_OPEN = 64;

  private final Books books;
  private final Jdbi jdbi;
  private final SecureRandom random;

  public Challenges(Books books, Jdbi jdbi, SecureRandom random) {
    this.books = books;
    this.jdbi = jdbi;
    this.random = random;
  }

  /** A new question; empty while too many are open. */
  public Optional<Challenge> about(Matter matter) {
    return issue(Challenge.about(matter, random));
  }

  /**
   * The question with this text, if it was put about this very matter. That it is still open says
   * {@link #use} alone.
   */
  public Optional<Challenge> find(String text, Matter matter) {
    return jdbi.withExtension(ChallengesDao.class, dao -> dao.find(text))
        .filter(row -> row.subject().equals(matter.digest()))
        .filter(row -> row.action().equals(matter.action().word()))
        .flatMap(row -> Challenge.read(matter, row.nonce()))
        .filter(challenge -> challenge.text().equals(text));
  }

  /** True only for the one who answers it first and in time. */
  public static boolean use(OpenBooks open, Challenge challenge) {
    return open.dao(ChallengesDao.class).use(challenge.text(), open.now());
  }

  private Optional<Challenge> issue(Challenge challenge) {
    Matter matter = challenge.matter();
    return books.change(
        open -> {
          ChallengesDao dao = open.dao(ChallengesDao.class);
          dao.forgetExpired(open.now());
          if (dao.count(matter.digest()) >= MAX_OPEN) {
            return Optional.empty();
          }
          dao.insert(
              challenge.text(),
              challenge.nonce(),
              matter.digest(),
              matter.action().word(),
              open.now().plus(LIFETIME));
          open.record(
              new AuditEntry(
                  "challenge.issued",
                  matter.order(),
                  "daemon",
                  Map.of("action", matter.action().word())));
          return Optional.of(challenge);
        });
  }
}
