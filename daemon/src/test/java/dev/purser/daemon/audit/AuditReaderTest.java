package dev.purser.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

class AuditReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
  private static final UUID ORDER = new UUID(7, 1);
  private static final UUID OTHER_ORDER = new UUID(7, 2);

  @OnEachDatabase
  void anEmptyTrailIsIntact(Database database) {
    assertThat(verify(database)).isEqualTo(new AuditReport.Intact(0, "0".repeat(64)));
  }

  @OnEachDatabase
  void aTrailWrittenInSeveralSittingsIsIntact(Database database) {
    write(database, 3);
    write(database, 2);

    assertThat(verify(database).<Long>match(AuditReport.Intact::length, broken -> -1L))
        .isEqualTo(5);
  }

  @OnEachDatabase
  void aTrailLongerThanOnePageIsIntact(Database database) {
    write(database, 1_001);

    assertThat(verify(database).<Long>match(AuditReport.Intact::length, broken -> -1L))
        .isEqualTo(1_001);
  }

  @OnEachDatabase
  void aTrailThatGrowsMeanwhileIsIntact(Database database) {
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, 300).forEach(sitting -> write(database, 1)));

    while (!writing.isDone()) {
      assertThat(verify(database).<String>match(intact -> "intact", AuditReport.Broken::finding))
          .isEqualTo("intact");
    }
    writing.join();
  }

  @OnEachDatabase
  void anOrdersStoryIsItsOwnEventsInOrder(Database database) {
    write(database, 5);

    assertThat(new AuditReader(database.jdbi()).story(ORDER))
        .extracting(AuditEvent::seq)
        .containsExactly(2L, 4L);
  }

  @OnEachDatabase
  void anEventForgottenBeforeItWasWrittenLeavesNoTrace(Database database) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AuditTrail trail = AuditTrail.lock(handle);
              trail.append(entry(1), NOW);
              int mark = trail.mark();
              trail.append(entry(2), NOW);
              trail.rollbackTo(mark);
              trail.append(entry(3), NOW);
              trail.flush();
            });
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AuditTrail trail = AuditTrail.lock(handle);
              trail.append(entry(4), NOW);
              trail.rollbackTo(0);
              trail.flush();
            });

    assertThat(verify(database).<Long>match(AuditReport.Intact::length, broken -> -1L))
        .isEqualTo(2);
  }

  @OnEachDatabase
  void anEditedEventIsFound(Database database) {
    tamper(
        database, "update audit_events set body = replace(body, 'step 3', 'step 9') where seq = 3");

    assertBroken(database, 3, "does not match its hash");
  }

  @OnEachDatabase
  void anEditWithAnotherHashIsFoundAtTheNextEvent(Database database) {
    write(database, 5);
    database
        .jdbi()
        .useHandle(handle -> restamp(handle, 3, body(handle, 3).replace("step 3", "step 9")));

    assertBroken(database, 4, "does not name the hash of the one before it");
  }

  @OnEachDatabase
  void theLastEventWithAnotherHashIsFound(Database database) {
    write(database, 5);
    database
        .jdbi()
        .useHandle(handle -> restamp(handle, 5, body(handle, 5).replace("step 5", "step 9")));

    assertBroken(database, 5, "the head names another hash");
  }

  @OnEachDatabase
  void anEventThatIsNoJsonIsFound(Database database) {
    write(database, 5);
    for (String text : new String[] {"nonsense", "null", "[]", "{\"seq\":{}"}) {
      database.jdbi().useHandle(handle -> restamp(handle, 3, text));

      assertBroken(database, 3, "is not JSON as it was written");
    }
  }

  @OnEachDatabase
  void anEventThatIsGoneIsFound(Database database) {
    tamper(database, "delete from audit_events where seq = 3");

    assertBroken(database, 3, "missing: the next one is numbered 4");
  }

  @OnEachDatabase
  void theFirstEventThatIsGoneIsFound(Database database) {
    tamper(database, "delete from audit_events where seq = 1");

    assertBroken(database, 1, "missing: the next one is numbered 2");
  }

  @OnEachDatabase
  void anEndThatIsGoneIsFound(Database database) {
    tamper(database, "delete from audit_events where seq >= 4");

    assertBroken(database, 4, "ends after 3 events, but its head tells of 5");
  }

  @OnEachDatabase
  void aTrailThatIsGoneIsFound(Database database) {
    tamper(database, "delete from audit_events");

    assertBroken(database, 1, "ends after 0 events, but its head tells of 5");
  }

  @OnEachDatabase
  void aHeadSetBackIsFound(Database database) {
    write(database, 3);
    AuditHead before = database.jdbi().withExtension(AuditDao.class, AuditDao::head);
    write(database, 2);
    database.jdbi().useExtension(AuditDao.class, dao -> dao.moveHead(before));

    assertBroken(database, 4, "ends after 5 events, but its head tells of 3");
  }

  @OnEachDatabase
  void twoEventsThatChangedPlacesAreFound(Database database) {
    write(database, 5);
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("update audit_events set seq = 99 where seq = 3");
              handle.execute("update audit_events set seq = 3 where seq = 4");
              handle.execute("update audit_events set seq = 4 where seq = 99");
            });

    assertBroken(database, 3, "does not name the hash of the one before it");
  }

  @OnEachDatabase
  void anEventMovedToAnotherOrderIsFound(Database database) {
    tamper(database, "update audit_events set order_id = '" + OTHER_ORDER + "' where seq = 4");

    assertBroken(database, 4, "filed under another order");
  }

  @OnEachDatabase
  void anEventTakenFromItsOrderIsFound(Database database) {
    tamper(database, "update audit_events set order_id = null where seq = 4");

    assertBroken(database, 4, "filed under another order");
  }

  private static void tamper(Database database, String statement) {
    write(database, 5);
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }

  private static void assertBroken(Database database, long seq, String finding) {
    AuditReport report = verify(database);

    assertThat(report).isInstanceOf(AuditReport.Broken.class);
    assertThat(((AuditReport.Broken) report).finding()).contains(finding);
    assertThat(((AuditReport.Broken) report).seq()).isEqualTo(seq);
  }

  private static AuditReport verify(Database database) {
    return new AuditReader(database.jdbi()).verify();
  }

  private static void write(Database database, int events) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AuditTrail trail = AuditTrail.lock(handle);
              for (int i = 1; i <= events; i++) {
                trail.append(entry(i), NOW);
              }
              trail.flush();
            });
  }

  /** Every other one is about the order. */
  private static AuditEntry entry(int number) {
    Map<String, String> data = Map.of("text", "step " + number);
    return number % 2 == 0
        ? AuditEntry.of("test.step", ORDER, "daemon", data)
        : AuditEntry.of("test.step", "daemon", data);
  }

  private static String body(Handle handle, long seq) {
    return handle
        .createQuery("select body from audit_events where seq = :seq")
        .bind("seq", seq)
        .mapTo(String.class)
        .one();
  }

  private static void restamp(Handle handle, long seq, String body) {
    handle.execute(
        "update audit_events set body = ?, hash = ? where seq = ?",
        body,
        CanonicalJson.sha256(body),
        seq);
  }
}
