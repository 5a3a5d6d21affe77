package dev.purser.daemon.notices;

import dev.purser.daemon.orders.OrderSheet;
import java.net.URI;
import java.util.Optional;

/**
 * Something that the owner must be told about an order. Prints without its link.
 *
 * @param link to the order's page; there if and only if the news leads to the order
 */
public record Notice(News news, OrderSheet sheet, Optional<URI> link) {

  public Notice {
    if (news.leadsToOrder() != link.isPresent()) {
      throw new IllegalArgumentException(
          news.slug() + " comes with a link if, and only if, it leads to the order");
    }
  }

  /** A notice with something for the owner to do. */
  public static Notice leading(News news, OrderSheet sheet, URI link) {
    return new Notice(news, sheet, Optional.of(link));
  }

  /** A notice that only tells. */
  public static Notice telling(News news, OrderSheet sheet) {
    return new Notice(news, sheet, Optional.empty());
  }

  @Override
  public String toString() {
    return "Notice[" + news.slug() + " " + sheet.order() + "]";
  }
}
