package dev.purser.daemon.notices;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. A notice that asks gets a link of its own at each attempt, so that no link has
 * to be kept; a crash between sending and noting it makes a second letter, never none.
 */
public final class NoticeSender {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
  private static final int BATCH = 20;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 6;

  private final Mailroom mailroom;
  private final Books books;
  private final Jdbi jdbi;
  private final Clock clock;

  public NoticeSender(Mailroom mailroom, Books books, Jdbi jdbi, Clock clock) {
    this.mailroom = mailroom;
    this.books = books;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * What a notice is made of.
   *
   * @param sheets an order as the owner is shown it
   */
  public record Mailroom(
      Function<UUID, Optional<OrderSheet>> sheets,
      Links links,
      LetterWriter writer,
      Postman postman) {}

  /** Sends every notice that is due; one at a time, so that a letter is not sent twice at once. */
  public synchronized void sendDue() {
    List<NoticesDao.Waiting> due = due();
    while (!due.isEmpty()) {
      due.forEach(this::send);
      due = due();
    }
  }

  private List<NoticesDao.Waiting> due() {
    return jdbi.withExtension(NoticesDao.class, dao -> dao.due(clock.instant(), BATCH));
  }

  private void send(NoticesDao.Waiting waiting) {
    Notice.Kind kind = Notice.Kind.valueOf(waiting.kind());
    OrderSheet sheet = mailroom.sheets().apply(waiting.orderId()).orElseThrow();
    if (kind.asksForAnswer() && sheet.state() != OrderState.AWAITING_CONFIRMATION) {
      books.change(open -> open.dao(NoticesDao.class).sent(waiting.id(), open.now()));
      return;
    }
    try {
      mailroom.postman().deliver(mailroom.writer().write(notice(kind, sheet)));
      books.change(
          open -> {
            open.record(
                AuditEntry.of(
                    "notice.sent", waiting.orderId(), "daemon", Map.of("kind", kind.slug())));
            return open.dao(NoticesDao.class).sent(waiting.id(), open.now());
          });
    } catch (UndeliveredException | RuntimeException e) {
      LOG.warn(
          "The owner could not be told of order {} ({}); trying again later. Nothing is bought.",
          waiting.orderId(),
          e.getMessage());
      postpone(waiting);
    }
  }

  private Notice notice(Notice.Kind kind, OrderSheet sheet) {
    if (!kind.asksForAnswer()) {
      return Notice.telling(kind, sheet);
    }
    Locator locator = books.change(open -> mailroom.links().issue(open, sheet.order()));
    return Notice.asking(kind, sheet, mailroom.links().url(locator));
  }

  private void postpone(NoticesDao.Waiting waiting) {
    int doublings = Math.min(waiting.attempts(), MAX_DOUBLINGS);
    Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << doublings));
    books.change(
        open -> {
          open.dao(NoticesDao.class).postpone(waiting.id(), next);
          return true;
        });
  }
}
