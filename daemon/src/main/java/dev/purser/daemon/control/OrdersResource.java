package dev.purser.daemon.control;

import dev.purser.agentapi.Amount;
import dev.purser.agentapi.ProblemCode;
import dev.purser.budgets.Money;
import dev.purser.daemon.audit.AuditEvent;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.carts.CartViews;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.purchasing.PurchaseFlow;
import dev.purser.daemon.purchasing.RefundOutcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders, each with its whole story. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
public final class OrdersResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);
  private static final Set<Role> MAY_REFUND = Set.of(Role.OWNER);
  private static final int MAX_LISTED = 10_000;

  private final Orders orders;
  private final AuditReader audit;
  private final PurchaseFlow flow;

  public OrdersResource(Orders orders, AuditReader audit, PurchaseFlow flow) {
    this.orders = orders;
    this.audit = audit;
    this.flow = flow;
  }

  /** An order in a list. */
  public record Row(
      String order, String state, String agent, String vendor, Amount total, String proposedAt) {
    static Row of(Order order) {
      return new Row(
          order.id().toString(),
          order.state().wireName(),
          order.asked().agent(),
          order.requisition().vendor().name(),
          CartViews.amount(order.requisition().total()),
          order.course().proposedAt().toString());
    }
  }

  /** One line of an order. */
  public record Line(String sku, String title, String size, int quantity, Amount total) {}

  /**
   * An order with all that happened to it.
   *
   * @param story audit events in order, each with seq, at, type, actor and data
   */
  public record Story(
      Row order, List<Line> lines, String digest, List<Map<String, Object>> story) {}

  /** How much to give back. */
  public record Refund(@Nullable String amount) {}

  /**
   * Those that wait first, then the newest.
   *
   * @param limit how many at most, 1 to 10,000
   */
  @GET
  public List<Row> list(
      @QueryParam("limit") @DefaultValue("200") String limit,
      @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return orders.latest(count(limit)).stream().map(Row::of).toList();
  }

  private static int count(String limit) {
    try {
      int count = Integer.parseInt(limit);
      if (count >= 1 && count <= MAX_LISTED) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is out of range.
    }
    throw ProblemCode.INVALID_FIELD.because("'limit' must be a number from 1 to 10000.");
  }

  @GET
  @Path("/{order}")
  public Story show(@PathParam("order") String id, @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    Order order = find(id);
    List<Line> lines =
        order.requisition().lines().stream()
            .map(
                line ->
                    new Line(
                        line.sku(),
                        line.title(),
                        line.size(),
                        line.quantity(),
                        CartViews.amount(line.total())))
            .toList();
    return new Story(
        Row.of(order),
        lines,
        order.digest(),
        audit.story(order.id()).stream().map(AuditEvent::fields).toList());
  }

  @POST
  @Path("/{order}/refund")
  @Consumes(MediaType.APPLICATION_JSON)
  public Map<String, String> refund(
      @PathParam("order") String id, Refund refund, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY_REFUND, request);
    Order order = find(id);
    Money amount =
        refund.amount() == null ? order.requisition().total() : amount(order, refund.amount());
    RefundOutcome outcome = flow.refund(order.id(), amount, operator.user());
    return switch (outcome) {
      case REFUNDED -> Map.of("result", "refunded", "amount", amount.toString());
      case UNDER_WAY -> Map.of("result", "under_way", "amount", amount.toString());
      case NOT_POSSIBLE ->
          throw ProblemCode.INVALID_FIELD.because(
              "Order "
                  + id
                  + " is "
                  + order.state().wireName()
                  + ": a refund needs a paid order, no other refund under way, and at most what"
                  + " was captured and not refunded yet.");
      case REFUSED ->
          throw ProblemCode.INVALID_FIELD.because("The payment rail refused the refund.");
    };
  }

  private static Money amount(Order order, String value) {
    try {
      return Money.parse(value, order.requisition().currency());
    } catch (IllegalArgumentException e) {
      throw ProblemCode.INVALID_FIELD.because(String.valueOf(e.getMessage()));
    }
  }

  private Order find(String id) {
    try {
      return orders
          .find(UUID.fromString(id))
          .orElseThrow(() -> ProblemCode.ORDER_NOT_FOUND.because("There is no order " + id + "."));
    } catch (IllegalArgumentException e) {
      throw ProblemCode.ORDER_NOT_FOUND.because("'" + id + "' is not an order's id.");
    }
  }
}
