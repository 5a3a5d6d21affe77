package dev.purser.daemon.notices;

import dev.purser.daemon.orders.OrderSheet;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that the owner must be told about an order. Prints without its link.
 *
 * @param link to the order's page; there if and only if the kind leads there
 */
public record Notice(Kind kind, OrderSheet sheet, Optional<URI> link) {

  public Notice {
    if (kind.leadsToOrder() != link.isPresent()) {
      throw new IllegalArgumentException(kind + " comes with a link only if it leads somewhere");
    }
  }

  /** A notice that asks the owner for an answer. */
  public static Notice asking(Kind kind, OrderSheet sheet, URI link) {
    return new Notice(kind, sheet, Optional.of(link));
  }

  /** A notice that only tells. */
  public static Notice telling(Kind kind, OrderSheet sheet) {
    return new Notice(kind, sheet, Optional.empty());
  }

  @Override
  public String toString() {
    return "Notice[" + kind + " " + sheet.order() + "]";
  }

  /** What has happened. */
  public enum Kind {
    ORDER_PROPOSED,
    ORDER_REPLACED,
    ORDER_PAID,
    ORDER_FAILED,
    ORDER_IN_DOUBT,
    STANDING_USED,
    STANDING_SUSPENDED;

    public boolean asksForAnswer() {
      return this == ORDER_PROPOSED || this == ORDER_REPLACED;
    }

    /** Whether there is something for the owner to do on the order's page. */
    public boolean leadsToOrder() {
      return asksForAnswer() || this == STANDING_USED || this == STANDING_SUSPENDED;
    }

    /** For file names: {@code order-proposed}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
