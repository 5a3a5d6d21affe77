package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderHistory;
import dev.purser.daemon.orders.OrderSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders page by page. */
@ExtendWith(HouseKeeper.class)
class OrderHistoryTest {
  private static final Decline NO = Decline.because("");

  /** Some at the very same moment: then the number tells which came first. */
  @OnEachDatabase
  void pagesHaveEveryOrderOnceAndTheNewestFirst(House house) {
    List<UUID> proposed = new ArrayList<>();
    for (int each = 1; each <= 5; each++) {
      proposed.add(0, UUID.fromString(house.propose("cent", each).order()));
      if (each % 2 == 0) {
        house.clock.pass(Duration.ofSeconds(1));
      }
      house.flow().decline(linkOf(house, proposed.get(0)), NO);
    }
    OrderHistory history = new OrderHistory(house.database().jdbi());

    assertThat(allBy(history, OrderSearch.everything(), 2)).isEqualTo(proposed);
    assertThat(allBy(history, OrderSearch.everything(), 5)).isEqualTo(proposed);
    assertThat(history.find(OrderSearch.everything(), Optional.empty(), 5).next()).isEmpty();
    assertThat(history.find(OrderSearch.everything(), Optional.empty(), 4).next())
        .hasValue(proposed.get(3));
  }

  /** The database finds more than the search; what it finds for nothing makes no page shorter. */
  @OnEachDatabase
  void aPageIsFilledAlthoughTheDatabaseKnowsLessOfLetters(House house) {
    house.shelf().sell("Öl", "1.00", "").sell("xl", "1.00", "");
    UUID oil = UUID.fromString(house.propose("Öl", 1).order());
    house.add("Öl", 0);
    for (int each = 1; each <= 4; each++) {
      house.clock.pass(Duration.ofSeconds(1));
      UUID other = UUID.fromString(house.propose("xl", each).order());
      house.flow().decline(linkOf(house, other), NO);
    }
    OrderHistory history = new OrderHistory(house.database().jdbi());

    assertThat(allBy(history, new OrderSearch("öl", OrderSearch.everything().states()), 1))
        .containsExactly(oil);
  }

  private static Locator linkOf(House house, UUID order) {
    house.mail();
    return house.link(order);
  }

  private static List<UUID> allBy(OrderHistory history, OrderSearch search, int size) {
    List<UUID> all = new ArrayList<>();
    Optional<UUID> before = Optional.empty();
    do {
      OrderHistory.Page page = history.find(search, before, size);
      assertThat(page.orders()).hasSizeLessThanOrEqualTo(size);
      page.orders().stream().map(Order::id).forEach(all::add);
      before = page.next();
    } while (before.isPresent());
    return all;
  }
}
