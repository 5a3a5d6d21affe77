package dev.purser.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.purchasing.AtOnce;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

class BooksWriterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00.123456789Z"), ZoneOffset.UTC);

  /** Something of a feature's own to write. */
  public interface NotesDao {
    @SqlUpdate(
        """
        insert into proof_attempts (subject, failures, window_ends_at)
        values (:subject, 1, :now)
        """)
    void insert(@Bind("subject") String subject, @Bind("now") Instant now);

    @SqlQuery("select subject from proof_attempts order by subject")
    List<String> all();
  }

  @OnEachDatabase
  void whatIsDecidedIsThereWhenItIsAnswered(Database database) {
    try (BooksWriter books = BooksWriter.start(database, CLOCK)) {
      String answer = books.change(open -> note(open, "one"));

      assertThat(answer).isEqualTo("one");
      assertThat(notes(database)).containsExactly("one");
      assertThat(length(database)).isEqualTo(1);
    }
  }

  @OnEachDatabase
  void theMomentIsInMicrosecondsAsTheDatabaseKeepsIt(Database database) {
    try (BooksWriter books = BooksWriter.start(database, CLOCK)) {
      assertThat(books.<Instant>change(OpenBooks::now)).isEqualTo("2026-11-23T10:00:00.123456Z");
    }
  }

  @OnEachDatabase
  void aDecisionThatThrowsLeavesNothing(Database database) {
    try (BooksWriter books = BooksWriter.start(database, CLOCK)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  books.change(
                      open -> {
                        note(open, "one");
                        throw new IllegalStateException("no");
                      }))
          .withMessage("no");

      assertThat(notes(database)).isEmpty();
      assertThat(length(database)).isZero();
    }
  }

  /** Every third throws, half of those in the database; the first keeps all others waiting. */
  @OnEachDatabase
  void badDecisionsInABatchFailAlone(Database database) {
    try (BooksWriter books = BooksWriter.start(database, CLOCK)) {
      CountDownLatch allAreThere = new CountDownLatch(30);
      List<Optional<String>> answers =
          AtOnce.run(
              31,
              caller -> {
                allAreThere.countDown();
                return tried(books, caller, allAreThere);
              });

      List<String> good = answers.stream().flatMap(Optional::stream).sorted().toList();
      assertThat(good).hasSize(21).doesNotContain("caller 3", "caller 6");
      assertThat(notes(database)).isEqualTo(good);
      assertThat(length(database)).isEqualTo(21);
    }
  }

  private static Optional<String> tried(BooksWriter books, int caller, CountDownLatch allAreThere) {
    try {
      return Optional.of(
          books.change(
              open -> {
                await(allAreThere);
                String subject = note(open, "caller " + caller);
                if (caller % 6 == 0 && caller > 0) {
                  return note(open, subject);
                }
                if (caller % 6 == 3) {
                  throw new IllegalArgumentException(subject);
                }
                return subject;
              }));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  @OnEachDatabase
  void anErrorFailsItsBatchAndTheNextIsDecided(Database database) {
    try (BooksWriter books = BooksWriter.start(database, CLOCK)) {
      assertThatExceptionOfType(BooksUnavailableException.class)
          .isThrownBy(
              () ->
                  books.change(
                      open -> {
                        note(open, "one");
                        throw new AssertionError("a fault of ours");
                      }));
      books.change(open -> note(open, "two"));

      assertThat(notes(database)).containsExactly("two");
      assertThat(length(database)).isEqualTo(1);
    }
  }

  @OnEachDatabase
  void closingWaitsForTheDecisionUnderWay(Database database) {
    BooksWriter books = BooksWriter.start(database, CLOCK);
    Thread closing = new Thread(books::close);
    books.change(
        open -> {
          closing.start();
          return note(open, "one");
        });
    join(closing);

    assertThat(notes(database)).containsExactly("one");
  }

  @OnEachDatabase
  void aClosedBookTakesNoMoreDecisions(Database database) {
    BooksWriter books = BooksWriter.start(database, CLOCK);
    books.close();

    assertThatExceptionOfType(BooksUnavailableException.class)
        .isThrownBy(() -> books.change(open -> note(open, "late")))
        .withMessage("the books are closed");
    assertThat(notes(database)).isEmpty();
  }

  /** Whoever comes while it closes is answered, one way or the other. */
  @OnEachDatabase
  void nobodyIsLeftWaitingWhenItCloses(Database database) {
    BooksWriter books = BooksWriter.start(database, CLOCK);

    List<Boolean> noted =
        AtOnce.run(
            16,
            caller -> {
              if (caller == 0) {
                books.close();
                return false;
              }
              boolean open = true;
              int number = 0;
              while (open) {
                open = isNoted(books, "caller %d, %d".formatted(caller, number++));
              }
              return true;
            });

    assertThat(noted).hasSize(16);
    assertThat(length(database)).isEqualTo(notes(database).size());
  }

  private static boolean isNoted(BooksWriter books, String subject) {
    try {
      books.change(open -> note(open, subject));
      return true;
    } catch (BooksUnavailableException e) {
      return false;
    }
  }

  @OnEachDatabase
  void twoWritersOnOneDatabaseWriteOneHistory(Database database) {
    try (BooksWriter one = BooksWriter.start(database, CLOCK);
        BooksWriter other = BooksWriter.start(database, CLOCK)) {
      AtOnce.run(
          8,
          caller -> {
            for (int i = 0; i < 10; i++) {
              String subject = "caller %d, %d".formatted(caller, i);
              (caller % 2 == 0 ? one : other).change(open -> note(open, subject));
            }
            return true;
          });

      assertThat(length(database)).isEqualTo(80);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> notes(Database database) {
    return database.jdbi().withExtension(NotesDao.class, NotesDao::all);
  }

  /** Of a trail that is intact. */
  private static long length(Database database) {
    return new AuditReader(database.jdbi())
        .verify()
        .<Long>match(AuditReport.Intact::length, broken -> -broken.seq());
  }

  private static String note(OpenBooks open, String subject) {
    open.dao(NotesDao.class).insert(subject, open.now());
    open.record(AuditEntry.of("test.noted", "daemon", Map.of("subject", subject)));
    return subject;
  }
}
