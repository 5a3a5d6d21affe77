package dev.purser.daemon.owner.home;

import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderHistory;
import dev.purser.daemon.orders.OrderSearch;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.SignedIn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owner's home, and all orders there were. Looking changes nothing. */
@Path("/owner")
@SignedIn
public final class HomeResource {
  private static final int MAX_WAITING = 50;
  private static final int LAST = 8;
  private static final int PAGE = 25;

  private final OrderHistory history;
  private final Habits habits;
  private final Pages pages;
  private final OwnerClock words;
  private final Clock clock;

  public HomeResource(
      OrderHistory history, Habits habits, Pages pages, OwnerClock words, Clock clock) {
    this.history = history;
    this.habits = habits;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @GET
  public Response home() {
    Instant now = clock.instant();
    List<Order> waiting =
        history.find(OrderSearch.waiting(), Optional.empty(), MAX_WAITING).orders().stream()
            .filter(order -> order.isPendingAt(now))
            .toList();
    List<Order> last =
        history.find(OrderSearch.everything(), Optional.empty(), LAST).orders().stream()
            .filter(order -> !order.isPendingAt(now))
            .toList();
    return page(
        "owner_home.jte", new HomePage(lines(waiting, now), lines(last, now), fatigue(now)));
  }

  @GET
  @Path("orders")
  public Response orders(
      @QueryParam("q") @Nullable String typed,
      @QueryParam("state") @Nullable String state,
      @QueryParam("before") @Nullable String before) {
    try {
      OrderSearch search = search(typed, state);
      OrderHistory.Page found =
          history.find(search, Optional.ofNullable(before).map(UUID::fromString), PAGE);
      return page(
          "owner_orders.jte",
          new HistoryPage(
              typed == null ? "" : typed.strip(),
              state == null ? "" : state,
              lines(found.orders(), clock.instant()),
              found.next().map(UUID::toString),
              found.altered()));
    } catch (IllegalArgumentException e) {
      return pages
          .message(
              400,
              new Message(
                  "Not understood",
                  "Look for at most 100 characters, in one of the states of the list.",
                  Optional.of(new Message.Way("/owner/orders", "To all orders"))))
          .build();
    }
  }

  private static OrderSearch search(@Nullable String typed, @Nullable String state) {
    return new OrderSearch(
        typed == null ? "" : typed,
        state == null || state.isEmpty()
            ? OrderSearch.everything().states()
            : EnumSet.of(OrderState.valueOf(state.toUpperCase(Locale.ROOT))));
  }

  private Fatigue fatigue(Instant now) {
    return Fatigue.of(
        habits.timesOnPage(now.minus(Fatigue.MEMORY)), habits.proposals(now.minus(Fatigue.WEEK)));
  }

  private List<OrderLine> lines(List<Order> orders, Instant now) {
    return orders.stream().map(order -> OrderLine.of(order, words, now)).toList();
  }

  private Response page(String template, Object model) {
    return pages.withReferrer(200, template, model).build();
  }
}
