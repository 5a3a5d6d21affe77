package dev.purser.daemon.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Whether orders, holds, budgets and mandates still say what the trail says they should. The trail
 * itself is to be verified first: this believes it.
 */
public final class BooksInspection {
  /** More than these say nothing that these do not. */
  private static final int MAX_FINDINGS = 100;

  private static final int PAGE = 500;

  private final Jdbi jdbi;

  public BooksInspection(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All that does not agree, of one moment; empty when everything does, and at most 100. */
  public List<Discrepancy> inspect() {
    return jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, BooksInspection::inspect);
  }

  private static List<Discrepancy> inspect(Handle handle) {
    InspectionDao dao = handle.attach(InspectionDao.class);
    List<Discrepancy> found = new ArrayList<>();
    dao.lostOrders(MAX_FINDINGS)
        .forEach(
            order ->
                found.add(
                    new Discrepancy("order " + order, "the trail tells of it, but it is gone")));
    for (List<UUID> page = dao.firstOrders(PAGE);
        !page.isEmpty() && found.size() < MAX_FINDINGS;
        page = dao.ordersAfter(page.get(page.size() - 1), PAGE)) {
      orders(dao, page).forEach(found::add);
    }
    budgets(dao).forEach(found::add);
    standing(dao).forEach(found::add);
    return List.copyOf(found.subList(0, Math.min(found.size(), MAX_FINDINGS)));
  }

  private static Stream<Discrepancy> orders(InspectionDao dao, List<UUID> page) {
    Map<UUID, List<String>> events =
        dao.events(page).stream()
            .collect(
                Collectors.groupingBy(
                    OrderEventRow::orderId,
                    Collectors.mapping(OrderEventRow::body, Collectors.toList())));
    return dao.orders(page).stream()
        .flatMap(
            order -> {
              OrderStory story = OrderStory.of(events.getOrDefault(order.id(), List.of()));
              return OrderChecks.findings(order, story)
                  .map(finding -> new Discrepancy("order " + order.id(), finding));
            });
  }

  private static Stream<Discrepancy> standing(InspectionDao dao) {
    Map<UUID, String> told = new HashMap<>();
    dao.standingUseEvents()
        .forEach(
            event ->
                told.put(event.orderId(), EventBody.of(event.body()).fact("mandate").orElse("")));
    return Stream.concat(
        StandingChecks.mandates(dao.standingMandates(), StandingStory.all(dao.standingEvents())),
        StandingChecks.uses(dao.standingUses(), told));
  }

  private static Stream<Discrepancy> budgets(InspectionDao dao) {
    Map<String, BudgetEvent> set = new HashMap<>();
    dao.budgetEvents().stream()
        .map(EventBody::of)
        .map(BudgetEvent::of)
        .forEach(event -> set.put(event.subject(), event));
    return dao.positions().stream().flatMap(position -> BudgetChecks.findings(position, set));
  }
}
