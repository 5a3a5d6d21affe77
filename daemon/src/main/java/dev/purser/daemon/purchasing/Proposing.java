package dev.purser.daemon.purchasing;

import dev.purser.budgets.Verdict;
import dev.purser.budgets.Violation;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Turns a quoted cart into an order inside a decision: denied, or held and waiting; or confirmed
 * under a standing mandate.
 */
final class Proposing {
  private final Judging judging;
  private final Denials denials;
  private final StandingOrders standing;
  private final NoticeQueue notices;
  private final Supplier<UUID> ids;
  private final Duration lifetime;

  /**
   * Proposals that all wait equally long.
   *
   * @param lifetime how long the owner has to answer
   */
  Proposing(
      Judging judging,
      Denials denials,
      StandingOrders standing,
      NoticeQueue notices,
      Supplier<UUID> ids,
      Duration lifetime) {
    this.judging = judging;
    this.denials = denials;
    this.standing = standing;
    this.notices = notices;
    this.ids = ids;
    this.lifetime = lifetime;
  }

  /** An order as it was decided, and why it was denied, if it was. */
  record Proposed(Order order, List<Violation> violations) {}

  /** With the owner's whole time to answer; the letter says whether it takes another's place. */
  Proposed propose(OpenBooks open, Order.Asked asked, QuotedRequisition quoted) {
    News news = asked.replaces().isPresent() ? new News.Replaced() : new News.Proposed();
    return propose(open, asked, quoted, new Asking(news, open.now().plus(lifetime)));
  }

  /** How the owner is asked, and until when. */
  record Asking(News news, Instant expiresAt) {}

  Proposed propose(OpenBooks open, Order.Asked asked, QuotedRequisition quoted, Asking asking) {
    Judging.Judged judged = judging.judge(open, asked.agent(), quoted);
    List<Violation> violations =
        judged.verdict().match(Verdict.Denied::violations, unused -> List.of());
    Optional<String> denied =
        violations.isEmpty() ? Optional.empty() : Optional.of(ViolationJson.write(violations));
    Order order =
        order(
            asked,
            quoted,
            judged.month().month(),
            Order.Course.begun(open.now(), asking.expiresAt(), denied));
    if (asked.replaces().isEmpty()) {
      Optional<Order> before =
          violations.isEmpty() ? Optional.empty() : denials.sameAs(open, order);
      if (before.isPresent()) {
        return new Proposed(before.get(), violations);
      }
      denials.requireRoom(open, order);
    }
    new OpenOrders(open).add(order);
    open.record(event(order, judged, violations));
    return new Proposed(
        violations.isEmpty() ? held(open, order, asking.news()) : order, violations);
  }

  /** Held, and then confirmed if the owner has said yes in advance; else the owner is asked. */
  private Order held(OpenBooks open, Order order, News news) {
    open.ledger().hold(order.id(), order.requisition().shares(), order.month());
    if (standing.confirm(open, order)) {
      return new OpenOrders(open).find(order.id()).orElseThrow();
    }
    notices.add(open, order.id(), news);
    return order;
  }

  private Order order(
      Order.Asked asked, QuotedRequisition quoted, YearMonth month, Order.Course course) {
    return new Order(
        ids.get(),
        course.violations().isEmpty() ? OrderState.AWAITING_CONFIRMATION : OrderState.DENIED,
        asked,
        FrozenRequisition.freeze(quoted.requisition()),
        month,
        course);
  }

  private static AuditEntry event(Order order, Judging.Judged judged, List<Violation> violations) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("vendor", order.requisition().vendor().name());
    data.put("total", order.requisition().total().toString());
    data.put("digest", order.digest());
    data.put("policy_version", order.requisition().policyVersion());
    data.put("facts", judged.recorded());
    data.put("violations", violations.stream().map(Violation::sentence).toList());
    order.asked().replaces().ifPresent(replaced -> data.put("replaces", replaced.toString()));
    String type = violations.isEmpty() ? "order.proposed" : "order.denied";
    return AuditEntry.of(type, order.id(), "agent:" + order.asked().agent(), data);
  }
}
