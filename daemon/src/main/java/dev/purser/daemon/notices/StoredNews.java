package dev.purser.daemon.notices;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * News as the table keeps it.
 *
 * @param kind the slug, in capitals
 * @param detail what else the news says
 * @param usefulUntil after it there is nothing to be done about the news; {@link #FOREVER} where
 *     there is nothing anyway
 */
record StoredNews(String kind, @Nullable String detail, Instant usefulUntil) {
  private static final int MAX_DETAIL = 280;

  static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * News to be kept.
   *
   * @param expires when the order's owner can answer no more
   */
  static StoredNews of(News news, Instant expires) {
    return news.match(new Storing(expires));
  }

  News news() {
    return switch (kind) {
      case "ORDER_PROPOSED" -> new News.Proposed();
      case "ORDER_REPLACED" -> new News.Replaced();
      case "ORDER_REMINDER" -> new News.Reminder();
      case "ORDER_TOLD_AGAIN" -> new News.ToldAgain(said());
      case "ORDER_BOUGHT" -> new News.BoughtUnderMandate(said(), usefulUntil);
      case "MANDATE_SUSPENDED" -> new News.MandateSuspended(said());
      case "ORDER_PAID" -> new News.Paid();
      case "ORDER_FAILED" -> new News.Failed();
      case "ORDER_IN_DOUBT" -> new News.InDoubt();
      default -> throw new IllegalStateException("there is no news of the kind " + kind);
    };
  }

  private String said() {
    return detail == null ? "" : detail;
  }

  private static StoredNews row(News news, @Nullable String detail, Instant usefulUntil) {
    String kind = news.slug().toUpperCase(Locale.ROOT).replace('-', '_');
    return new StoredNews(kind, detail, usefulUntil);
  }

  private record Storing(Instant expires) implements News.Cases<StoredNews> {
    @Override
    public StoredNews proposed(News.Proposed news) {
      return row(news, null, expires);
    }

    @Override
    public StoredNews replaced(News.Replaced news) {
      return row(news, null, expires);
    }

    @Override
    public StoredNews reminder(News.Reminder news) {
      return row(news, null, expires);
    }

    @Override
    public StoredNews toldAgain(News.ToldAgain news) {
      return row(news, news.otherThan(), expires);
    }

    @Override
    public StoredNews boughtUnderMandate(News.BoughtUnderMandate news) {
      return row(news, news.mandate(), news.undoUntil());
    }

    @Override
    public StoredNews mandateSuspended(News.MandateSuspended news) {
      String why = news.why();
      return row(news, why.substring(0, Math.min(why.length(), MAX_DETAIL)), FOREVER);
    }

    @Override
    public StoredNews paid(News.Paid news) {
      return row(news, null, FOREVER);
    }

    @Override
    public StoredNews failed(News.Failed news) {
      return row(news, null, FOREVER);
    }

    @Override
    public StoredNews inDoubt(News.InDoubt news) {
      return row(news, null, FOREVER);
    }
  }
}
