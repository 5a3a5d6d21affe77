package dev.purser.daemon.ledger;

import dev.purser.daemon.audit.AuditHead;
import dev.purser.daemon.audit.AuditTrail;
import dev.purser.daemon.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains waiting decisions and commits them together. The audit trail is serial anyway, and one
 * commit and one sync for a whole batch decide many times more than row locks do.
 */
public final class BooksWriter implements Books, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BooksWriter.class);

  /** More waiting decisions than this and callers are told to come back. */
  private static final int MAX_WAITING = 1_024;

  private static final int MAX_BATCH = 256;
  private static final int MAX_WAIT_SECONDS = 5;
  private static final int CLOSE_CHECK_MILLIS = 100;

  private final Database database;
  private final Clock clock;
  private final BlockingQueue<WaitingDecision<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread = new Thread(this::run, "books-writer");
  private volatile boolean open = true;
  private volatile @Nullable AuditHead synced;

  private BooksWriter(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Starts the writer's thread; {@link #close} ends it after the decisions that still wait. */
  public static BooksWriter start(Database database, Clock clock) {
    BooksWriter writer = new BooksWriter(database, clock);
    writer.thread.start();
    return writer;
  }

  @Override
  public <T> T change(Decision<T> decision) {
    WaitingDecision<T> mine = new WaitingDecision<>(decision);
    queue(mine);
    // The thread may have ended between the two looks, and would never find this one.
    if (!open && waiting.remove(mine)) {
      throw closed();
    }
    return mine.await();
  }

  private void queue(WaitingDecision<?> decision) {
    if (!open) {
      throw closed();
    }
    try {
      if (!waiting.offer(decision, MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new BooksUnavailableException("too many decisions wait for the books", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BooksUnavailableException("interrupted while waiting for the books", e);
    }
  }

  private static BooksUnavailableException closed() {
    return new BooksUnavailableException("the books are closed", null);
  }

  /** Where the trail ends on the disk, as far as this writer has brought it. */
  public Optional<AuditHead> synced() {
    return Optional.ofNullable(synced);
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (open || !waiting.isEmpty()) {
      List<WaitingDecision<?>> batch = nextBatch();
      if (!batch.isEmpty()) {
        settle(batch);
      }
    }
    refuseLatecomers();
  }

  /** Looks up now and then for {@link #close}: an interrupt would make H2 close its file. */
  private List<WaitingDecision<?>> nextBatch() {
    List<WaitingDecision<?>> batch = new ArrayList<>();
    try {
      WaitingDecision<?> first = waiting.poll(CLOSE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, MAX_BATCH - 1);
      }
    } catch (InterruptedException e) {
      LOG.warn("the books' thread is not to be interrupted; going on");
    }
    return batch;
  }

  /** Nobody is left waiting for an answer: every decision of the batch is answered here. */
  private void settle(List<WaitingDecision<?>> batch) {
    try {
      database.jdbi().useHandle(handle -> commitTogether(handle, batch));
      batch.forEach(WaitingDecision::answer);
    } catch (RuntimeException | Error e) {
      LOG.error("a batch of {} decisions was not committed", batch.size(), e);
      batch.forEach(decision -> decision.fail(e));
    }
  }

  private void commitTogether(Handle handle, List<WaitingDecision<?>> batch) {
    AuditHead head =
        handle.inTransaction(
            transaction -> {
              AuditTrail trail = AuditTrail.lock(transaction);
              Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              for (WaitingDecision<?> decision : batch) {
                decideAlone(transaction, trail, now, decision);
              }
              trail.flush();
              return trail.head();
            });
    database.sync(handle);
    synced = head;
  }

  /** A decision that throws takes back what it did and nothing else. */
  private static void decideAlone(
      Handle handle, AuditTrail trail, Instant now, WaitingDecision<?> decision) {
    int mark = trail.mark();
    handle.savepoint("decision");
    decision.decide(new OpenBooks(handle, trail, now));
    if (decision.threw()) {
      handle.rollbackToSavepoint("decision");
      trail.rollbackTo(mark);
    } else {
      handle.releaseSavepoint("decision");
    }
  }

  private void refuseLatecomers() {
    List<WaitingDecision<?>> late = new ArrayList<>();
    waiting.drainTo(late);
    late.forEach(decision -> decision.fail(closed()));
  }
}
