package dev.purser.daemon.notices;

import dev.purser.daemon.ledger.OpenBooks;
import java.util.UUID;
import java.util.function.Supplier;

/** Notes, in the transaction that made the news, that the owner is to be told. */
public final class NoticeQueue {
  private final Supplier<UUID> ids;

  public NoticeQueue(Supplier<UUID> ids) {
    this.ids = ids;
  }

  public void add(OpenBooks books, UUID order, Notice.Kind kind) {
    books.dao(NoticesDao.class).insert(ids.get(), order, kind.name(), books.now());
  }
}
