package dev.purser.daemon.purchasing;

import dev.purser.agentapi.Amount;
import dev.purser.agentapi.ViolationView;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Violation;
import dev.purser.daemon.carts.CartViews;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Violations as an agent is told them. */
final class ViolationViews implements Violation.Cases<ViolationView> {
  @Override
  public ViolationView vendorNotAllowed(Violation.VendorNotAllowed violation) {
    return view(violation, null, null, null);
  }

  @Override
  public ViolationView agentFrozen(Violation.AgentFrozen violation) {
    return view(violation, null, null, null);
  }

  @Override
  public ViolationView unobtainable(Violation.Unobtainable violation) {
    return view(violation, null, null, violation.sku());
  }

  @Override
  public ViolationView categoryNotAllowed(Violation.CategoryNotAllowed violation) {
    return view(
        violation, numbers(violation.category(), violation.asked(), null, null), null, null);
  }

  @Override
  public ViolationView tooManyOpenProposals(Violation.TooManyOpenProposals violation) {
    return view(violation, null, violation.limit(), null);
  }

  @Override
  public ViolationView approvalLimitExceeded(Violation.ApprovalLimitExceeded violation) {
    return view(
        violation,
        numbers(null, violation.asked(), null, null),
        CartViews.amount(violation.limit()),
        null);
  }

  @Override
  public ViolationView agentCapExceeded(Violation.AgentCapExceeded violation) {
    return view(
        violation,
        numbers(null, violation.asked(), null, null),
        CartViews.amount(violation.limit()),
        null);
  }

  @Override
  public ViolationView currencyMismatch(Violation.CurrencyMismatch violation) {
    return view(
        violation, numbers(violation.category(), violation.asked(), null, null), null, null);
  }

  @Override
  public ViolationView budgetExceeded(Violation.BudgetExceeded violation) {
    return view(
        violation,
        numbers(
            violation.category(), violation.asked(), violation.available(), violation.resetsAt()),
        null,
        null);
  }

  private record Numbers(
      @Nullable String category,
      @Nullable Amount asked,
      @Nullable Amount available,
      @Nullable OffsetDateTime resetsAt) {}

  private static Numbers numbers(
      @Nullable CategoryId category,
      Money asked,
      @Nullable Money available,
      @Nullable OffsetDateTime resetsAt) {
    return new Numbers(
        category == null ? null : category.path(),
        CartViews.amount(asked),
        available == null ? null : CartViews.amount(available),
        resetsAt);
  }

  private static ViolationView view(
      Violation violation,
      @Nullable Numbers numbers,
      @Nullable Object limit,
      @Nullable String sku) {
    return new ViolationView(
        violation.code(),
        numbers == null ? null : numbers.category(),
        numbers == null ? null : numbers.asked(),
        numbers == null ? null : numbers.available(),
        numbers == null ? null : numbers.resetsAt(),
        limit,
        sku,
        violation.sentence());
  }
}
