package dev.purser.daemon.notices;

import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. A notice that leads to its order gets a link of its own at each attempt, so
 * that no link has to be kept; a crash between sending and noting it makes a second letter, never
 * none.
 */
public final class NoticeSender {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 6;

  private final Mailroom mailroom;
  private final WaitingNotices waiting;
  private final Insistence insistence;
  private final Books books;
  private final Clock clock;

  public NoticeSender(
      Mailroom mailroom, WaitingNotices waiting, Insistence insistence, Books books, Clock clock) {
    this.mailroom = mailroom;
    this.waiting = waiting;
    this.insistence = insistence;
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
      PostOffice office) {}

  /** Sends every notice that is due; one at a time, so that a letter is not sent twice at once. */
  public synchronized void sendDue() {
    List<List<NoticesDao.Waiting>> due = waiting.due();
    while (!due.isEmpty()) {
      due.forEach(this::send);
      due = waiting.due();
    }
  }

  private void send(List<NoticesDao.Waiting> gathered) {
    List<Told> told = gathered.stream().flatMap(each -> stillNews(each).stream()).toList();
    if (told.isEmpty()) {
      return;
    }
    try {
      Letter letter = mailroom.writer().write(id(told), told.stream().map(this::notice).toList());
      note(told, mailroom.office().deliver(letter, told.get(0).news().avoidedChannel()));
    } catch (UndeliveredException | RuntimeException e) {
      LOG.warn(
          "The owner could not be told of {} ({}); trying again later. Nothing is bought.",
          told.stream().map(each -> "order " + each.sheet().order()).toList(),
          e.getMessage());
      told.forEach(each -> postpone(each.waiting()));
    }
  }

  /** The same for the same notices: whoever hears them twice, after a lost answer, can tell. */
  private static String id(List<Told> told) {
    String notices =
        told.stream().map(each -> each.waiting().id().toString()).sorted().toList().toString();
    return CanonicalJson.sha256(notices).substring(0, 32);
  }

  private void note(List<Told> told, String channel) {
    boolean asksAgain = mailroom.office().hasOtherThan(channel);
    books.change(
        open -> {
          for (Told each : told) {
            each.sent(open, channel);
            if (asksAgain) {
              insistence.plan(open, each, channel);
            }
          }
          return true;
        });
  }

  /** Empty for a question that has been answered, or has expired, meanwhile. */
  private Optional<Told> stillNews(NoticesDao.Waiting waits) {
    News news = waits.news();
    OrderSheet sheet = mailroom.sheets().apply(waits.orderId()).orElseThrow();
    if (news.asksForAnswer() && sheet.state() != OrderState.AWAITING_CONFIRMATION) {
      books.change(open -> open.dao(NoticesDao.class).drop(waits.id()));
      return Optional.empty();
    }
    return Optional.of(new Told(waits, news, sheet));
  }

  private Notice notice(Told told) {
    if (!told.news().leadsToOrder()) {
      return Notice.telling(told.news(), told.sheet());
    }
    Locator locator = books.change(open -> mailroom.links().issue(open, told.sheet().order()));
    return Notice.leading(told.news(), told.sheet(), mailroom.links().url(locator));
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
