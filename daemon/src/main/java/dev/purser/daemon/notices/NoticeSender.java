package dev.purser.daemon.notices;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. A notice that asks gets a link of its own at each attempt, so that no link has
 * to be kept; a crash between sending and noting it makes a second letter, never none.
 */
public final class NoticeSender {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 6;

  private final Mailroom mailroom;
  private final WaitingNotices waiting;
  private final Books books;
  private final Clock clock;

  public NoticeSender(Mailroom mailroom, WaitingNotices waiting, Books books, Clock clock) {
    this.mailroom = mailroom;
    this.waiting = waiting;
    this.books = books;
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
    List<List<NoticesDao.Waiting>> due = waiting.due();
    while (!due.isEmpty()) {
      due.forEach(this::send);
      due = waiting.due();
    }
  }

  private void send(List<NoticesDao.Waiting> gathered) {
    List<Told> news = gathered.stream().flatMap(each -> stillNews(each).stream()).toList();
    if (news.isEmpty()) {
      return;
    }
    try {
      mailroom.postman().deliver(mailroom.writer().write(news.stream().map(this::notice).toList()));
      books.change(
          open -> {
            news.forEach(each -> each.sent(open));
            return true;
          });
    } catch (UndeliveredException | RuntimeException e) {
      LOG.warn(
          "The owner could not be told of {} ({}); trying again later. Nothing is bought.",
          news.stream().map(each -> "order " + each.sheet().order()).toList(),
          e.getMessage());
      news.forEach(each -> postpone(each.waiting()));
    }
  }

  /** A notice with what it is about. */
  private record Told(NoticesDao.Waiting waiting, Notice.Kind kind, OrderSheet sheet) {
    void sent(OpenBooks open) {
      open.record(
          AuditEntry.of("notice.sent", sheet.order(), "daemon", Map.of("kind", kind.slug())));
      open.dao(NoticesDao.class).sent(waiting.id(), open.now());
    }
  }

  /** Empty for a question that has been answered, or has expired, meanwhile. */
  private Optional<Told> stillNews(NoticesDao.Waiting waits) {
    Notice.Kind kind = Notice.Kind.valueOf(waits.kind());
    OrderSheet sheet = mailroom.sheets().apply(waits.orderId()).orElseThrow();
    if (kind.asksForAnswer() && sheet.state() != OrderState.AWAITING_CONFIRMATION) {
      books.change(open -> open.dao(NoticesDao.class).drop(waits.id()));
      return Optional.empty();
    }
    return Optional.of(new Told(waits, kind, sheet));
  }

  private Notice notice(Told news) {
    if (!news.kind().leadsToOrder()) {
      return Notice.telling(news.kind(), news.sheet());
    }
    Locator locator = books.change(open -> mailroom.links().issue(open, news.sheet().order()));
    return Notice.asking(news.kind(), news.sheet(), mailroom.links().url(locator));
  }

  private void postpone(NoticesDao.Waiting waits) {
    int doublings = Math.min(waits.attempts(), MAX_DOUBLINGS);
    Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << doublings));
    books.change(
        open -> {
          open.dao(NoticesDao.class).postpone(waits.id(), next);
          return true;
        });
  }
}
