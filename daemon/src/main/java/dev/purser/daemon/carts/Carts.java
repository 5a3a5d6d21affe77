package dev.purser.daemon.carts;

import dev.purser.agentapi.ProblemCode;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/** What each agent has gathered. Every change is an event of its own. */
public final class Carts {
  /** As many products as an owner will read through. */
  static final int MAX_LINES = 100;

  private final Books books;
  private final Jdbi jdbi;
  private final CartQuota quota;

  public Carts(Books books, Jdbi jdbi, CartQuota quota) {
    this.books = books;
    this.jdbi = jdbi;
    this.quota = quota;
  }

  public List<CartLine> lines(String agent) {
    return jdbi.withExtension(CartsDao.class, dao -> lines(dao, agent));
  }

  /** Sets the line; the whole cart after it. */
  List<CartLine> put(String agent, CartLine line) {
    return books.change(open -> put(open, agent, line));
  }

  /** Takes the line out, if it is there; the whole cart after it. */
  List<CartLine> remove(String agent, VendorId vendor, String sku) {
    return books.change(
        open -> {
          CartsDao dao = open.dao(CartsDao.class);
          if (dao.delete(agent, vendor.name(), sku)) {
            record(open, agent, vendor, sku, 0);
          }
          return lines(dao, agent);
        });
  }

  /** Takes out what the owner has just said yes to; a line changed since stays as it is. */
  public static void takeOut(OpenBooks open, String agent, Requisition bought) {
    CartsDao dao = open.dao(CartsDao.class);
    for (RequisitionLine line : bought.lines()) {
      dao.deleteIfStill(agent, bought.vendor().name(), line.sku(), line.quantity());
    }
  }

  private List<CartLine> put(OpenBooks open, String agent, CartLine line) {
    CartsDao dao = open.dao(CartsDao.class);
    List<CartLine> before = lines(dao, agent);
    Predicate<CartLine> same =
        other -> other.vendor().equals(line.vendor()) && other.sku().equals(line.sku());
    Optional<CartLine> old = before.stream().filter(same).findFirst();
    if (old.isEmpty() && before.size() >= MAX_LINES) {
      throw ProblemCode.CART_FULL.because(
          "A cart holds %d products; propose an order or remove some.".formatted(MAX_LINES));
    }
    boolean isChange = old.map(CartLine::quantity).orElse(0) != line.quantity();
    if (isChange) {
      quota.requireRoom(open, agent);
    }
    dao.delete(agent, line.vendor().name(), line.sku());
    dao.insert(agent, CartLine.Row.of(line));
    if (isChange) {
      record(open, agent, line.vendor(), line.sku(), line.quantity());
    }
    return lines(dao, agent);
  }

  private static List<CartLine> lines(CartsDao dao, String agent) {
    return dao.lines(agent).stream().map(CartLine.Row::line).toList();
  }

  private void record(OpenBooks open, String agent, VendorId vendor, String sku, int quantity) {
    quota.count(open, agent);
    open.record(
        AuditEntry.of(
            "cart.line-set",
            "agent:" + agent,
            Map.of("vendor", vendor.name(), "sku", sku, "quantity", quantity)));
  }
}
