package dev.purser.daemon.ledger;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Shares;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An order's way through the budgets: held, committed, spent, or given back. Each method adds
 * entries and moves the positions of every category above them that has an amount.
 */
public final class Ledger {
  private final LedgerDao dao;
  private final Instant now;

  Ledger(LedgerDao dao, Instant now) {
    this.dao = dao;
    this.now = now;
  }

  /** Where these categories and all above them stand, as far as they have an amount. */
  public Map<CategoryId, BudgetPosition> positions(
      Collection<CategoryId> categories, YearMonth month) {
    List<String> paths =
        categories.stream()
            .flatMap(category -> category.withAncestors().stream())
            .map(CategoryId::path)
            .distinct()
            .toList();
    if (paths.isEmpty()) {
      return Map.of();
    }
    return dao.positions(month.toString(), paths).stream()
        .map(PositionRow::position)
        .collect(Collectors.toMap(BudgetPosition::category, Function.identity()));
  }

  /** available → held, for all shares or, by throwing, for none. */
  public void hold(UUID order, SortedMap<CategoryId, Money> shares, YearMonth month) {
    shares.forEach(
        (category, share) ->
            post(
                new EntryRow(
                    order,
                    category.path(),
                    month.toString(),
                    share.currency().getCurrencyCode(),
                    "HOLD",
                    share.minor(),
                    0,
                    0)));
  }

  /** held → committed. */
  public void commit(UUID order) {
    for (OutstandingRow row : dao.outstanding(order)) {
      post(entry(order, row, "COMMIT", -row.held(), row.held(), 0));
    }
  }

  /**
   * committed → spent, and the rest of what was committed is released.
   *
   * @param captured at most what is committed
   */
  public void spend(UUID order, Money captured) {
    List<OutstandingRow> rows = dao.outstanding(order);
    SortedMap<CategoryId, Money> shares =
        Shares.of(captured, weights(rows, OutstandingRow::committed));
    for (OutstandingRow row : rows) {
      long spent = shares.getOrDefault(row.categoryId(), Money.zero(captured.currency())).minor();
      post(entry(order, row, "SPEND", 0, -row.committed(), spent));
    }
  }

  /** held and committed → available. Once: a second release finds nothing left to give back. */
  public void release(UUID order) {
    for (OutstandingRow row : dao.outstanding(order)) {
      if (row.held() != 0 || row.committed() != 0) {
        post(entry(order, row, "RELEASE", -row.held(), -row.committed(), 0));
      }
    }
  }

  /**
   * spent → available, in the month that it was spent in.
   *
   * @param refunded at most what was spent and not yet refunded
   */
  public void refund(UUID order, Money refunded) {
    List<OutstandingRow> rows = dao.outstanding(order);
    SortedMap<CategoryId, Money> shares = Shares.of(refunded, weights(rows, OutstandingRow::spent));
    for (OutstandingRow row : rows) {
      long share = shares.getOrDefault(row.categoryId(), Money.zero(refunded.currency())).minor();
      post(entry(order, row, "REFUND", 0, 0, -share));
    }
  }

  private void post(EntryRow entry) {
    List<String> line =
        new CategoryId(entry.category()).withAncestors().stream().map(CategoryId::path).toList();
    int funded = dao.positions(entry.month(), line).size();
    if (funded == 0 || dao.move(entry, line) != funded) {
      throw new OverdrawnException(entry.category(), entry.month());
    }
    dao.insert(entry, now);
  }

  private static EntryRow entry(
      UUID order, OutstandingRow row, String kind, long held, long committed, long spent) {
    return new EntryRow(
        order, row.category(), row.month(), row.currency(), kind, held, committed, spent);
  }

  private static SortedMap<CategoryId, Money> weights(
      List<OutstandingRow> rows, Function<OutstandingRow, Long> amount) {
    SortedMap<CategoryId, Money> weights = new TreeMap<>();
    rows.forEach(row -> weights.put(row.categoryId(), row.money(amount.apply(row))));
    return weights;
  }
}
