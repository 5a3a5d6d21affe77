package dev.purser.daemon.notices;

import dev.purser.daemon.ledger.OpenBooks;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Notes, in the transaction that made the news, that the owner is to be told. */
public final class NoticeQueue {
  /** Whoever has a link can put the order off, and each time is an event of the trail. */
  private static final int MAX_CHANGES_OF_MIND = 10;

  private final Supplier<UUID> ids;

  public NoticeQueue(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** To be told now. */
  public void add(OpenBooks books, UUID order, News news) {
    add(books, order, news, books.now());
  }

  /**
   * To be told then.
   *
   * @param due not before this, and later if that is in the owner's quiet hours
   */
  public void add(OpenBooks books, UUID order, News news, Instant due) {
    NoticesDao dao = books.dao(NoticesDao.class);
    StoredNews stored = StoredNews.of(news, dao.expiry(order));
    dao.insert(
        new NoticesDao.Row(
            ids.get(),
            order,
            stored.kind(),
            stored.detail(),
            stored.usefulUntil(),
            books.now(),
            due));
  }

  /**
   * The owner wants to hear of the order then, and not before: takes the place of all questions
   * about it that wait to be told.
   *
   * @return false when the owner has changed that moment ten times already
   */
  public boolean remind(OpenBooks books, UUID order, Instant due) {
    NoticesDao dao = books.dao(NoticesDao.class);
    dao.dropOtherQuestions(order);
    if (dao.remindersThatWait(order) == 0) {
      add(books, order, new News.Reminder(), due);
      return true;
    }
    return dao.putOff(order, due, MAX_CHANGES_OF_MIND);
  }
}
