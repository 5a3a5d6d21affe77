package dev.purser.budgets;

import static dev.purser.budgets.Requisitions.CORNER_STORE;
import static dev.purser.budgets.Requisitions.HOUSEHOLD;
import static dev.purser.budgets.Requisitions.PANTRY;
import static dev.purser.budgets.Requisitions.TREATS;
import static dev.purser.budgets.Requisitions.USD;
import static dev.purser.budgets.Requisitions.line;
import static dev.purser.budgets.Requisitions.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Violation.ApprovalLimitExceeded;
import dev.purser.budgets.Violation.BudgetExceeded;
import dev.purser.budgets.Violation.CategoryNotAllowed;
import dev.purser.budgets.Violation.CurrencyMismatch;
import dev.purser.budgets.Violation.TooManyOpenProposals;
import dev.purser.budgets.Violation.Unobtainable;
import dev.purser.budgets.Violation.VendorNotAllowed;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurchasePolicyTest {
  private static final BudgetMonth MONTH =
      new BudgetMonth(YearMonth.of(2026, 11), ZoneId.of("Europe/Berlin"));
  private static final OffsetDateTime RESETS = OffsetDateTime.parse("2026-12-01T00:00:00+01:00");
  private static final PolicyTerms TERMS =
      new PolicyTerms(Set.of(CORNER_STORE), usd(500_00), List.of(HOUSEHOLD), 3);

  private final Map<CategoryId, BudgetPosition> positions = new HashMap<>();
  private PolicyTerms terms = TERMS;
  private int openProposals;
  private boolean frozen;
  private List<Unobtainable> unobtainable = List.of();

  PurchasePolicyTest() {
    budget(PANTRY, usd(400_00));
  }

  private void budget(CategoryId category, Money budget) {
    positions.put(category, BudgetPosition.untouched(category, budget));
  }

  private List<Violation> violations(RequisitionLine... lines) {
    return violations(Requisitions.of(lines));
  }

  private List<Violation> violations(Requisition requisition) {
    PolicyFacts facts =
        new PolicyFacts(terms, positions, MONTH, openProposals, frozen, unobtainable);
    return PurchasePolicy.judge(requisition, facts)
        .match(Verdict.Denied::violations, needsConfirmation -> List.of());
  }

  @Test
  void whatIsAllowedStillNeedsConfirmation() {
    PolicyFacts facts = new PolicyFacts(terms, positions, MONTH, 0, frozen, List.of());

    assertThat(PurchasePolicy.judge(Requisitions.of(line(PANTRY, 1)), facts))
        .isEqualTo(new Verdict.NeedsConfirmation());
  }

  @Test
  void aFrozenAgentBuysNothing() {
    frozen = true;

    assertThat(violations(line(PANTRY, 1))).containsExactly(new Violation.AgentFrozen());
  }

  @Test
  void vendorMustBeOnTheList() {
    terms = new PolicyTerms(Set.of(new VendorId("other")), usd(500_00), List.of(HOUSEHOLD), 3);

    assertThat(violations(line(PANTRY, 1))).containsExactly(new VendorNotAllowed(CORNER_STORE));
  }

  @Test
  void whatTheVendorDidNotQuoteIsDenied() {
    Unobtainable oats = new Unobtainable(Unobtainable.Reason.PRICE_UNKNOWN, "1", "Oats");
    unobtainable = List.of(oats);

    assertThat(violations(line(PANTRY, 1))).containsExactly(oats);
    assertThat(violations()).containsExactly(oats);
  }

  @Test
  void agentBuysFromItsCategoriesAndAllBelowThem() {
    terms = new PolicyTerms(Set.of(CORNER_STORE), usd(500_00), List.of(PANTRY), 3);
    CategoryId below = new CategoryId("household/pantry/oats");

    assertThat(violations(line(PANTRY, 1), line(below, 1))).isEmpty();
  }

  @Test
  void agentBuysFromNoCategoryBesideOrAboveItsOwn() {
    terms = new PolicyTerms(Set.of(CORNER_STORE), usd(500_00), List.of(PANTRY), 3);
    budget(TREATS, usd(100_00));
    budget(HOUSEHOLD, usd(900_00));

    assertThat(violations(line(TREATS, 2), line(PANTRY, 1), line(HOUSEHOLD, 3)))
        .containsExactly(
            new CategoryNotAllowed(HOUSEHOLD, usd(3)), new CategoryNotAllowed(TREATS, usd(2)));
  }

  @Test
  void lastOpenProposalIsAllowed() {
    openProposals = 2;
    assertThat(violations(line(PANTRY, 1))).isEmpty();

    openProposals = 3;
    assertThat(violations(line(PANTRY, 1))).containsExactly(new TooManyOpenProposals(3, 3));
  }

  @Test
  void orderAtTheApprovalLimitIsAllowedAndOneCentOverIsNot() {
    budget(PANTRY, usd(1_000_00));

    assertThat(violations(line(PANTRY, 500_00))).isEmpty();
    assertThat(violations(line(PANTRY, 500_01)))
        .containsExactly(new ApprovalLimitExceeded(usd(500_01), usd(500_00)));
  }

  @Test
  void chargesCountTowardsTheApprovalLimit() {
    budget(PANTRY, usd(1_000_00));
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 500_00)), List.of(new Charge("Delivery", usd(1))));

    assertThat(violations(requisition))
        .containsExactly(new ApprovalLimitExceeded(usd(500_01), usd(500_00)));
  }

  @Test
  void limitInAnotherCurrencyAllowsNothing() {
    Money yen = Money.ofMinor("JPY", 1_000_000);
    terms = new PolicyTerms(Set.of(CORNER_STORE), yen, List.of(HOUSEHOLD), 3);

    assertThat(violations(line(PANTRY, 1))).containsExactly(new ApprovalLimitExceeded(usd(1), yen));
  }

  @Test
  void lastCentOfBudgetIsSpendable() {
    assertThat(violations(line(PANTRY, 400_00))).isEmpty();
  }

  @Test
  void oneCentOverBudgetIsDenied() {
    assertThat(violations(line(PANTRY, 400_01)))
        .containsExactly(new BudgetExceeded(PANTRY, usd(400_01), usd(400_00), RESETS));
  }

  @Test
  void heldCommittedAndSpentAreNoLongerAvailable() {
    positions.put(
        PANTRY, new BudgetPosition(PANTRY, usd(400_00), usd(100_00), usd(50_00), usd(25_00)));

    assertThat(violations(line(PANTRY, 225_00))).isEmpty();
    assertThat(violations(line(PANTRY, 225_01)))
        .containsExactly(new BudgetExceeded(PANTRY, usd(225_01), usd(225_00), RESETS));
  }

  @Test
  void budgetCutBelowWhatIsUsedAllowsNothing() {
    positions.put(PANTRY, new BudgetPosition(PANTRY, usd(10_00), usd(0), usd(0), usd(25_00)));

    assertThat(violations(line(PANTRY, 1)))
        .containsExactly(new BudgetExceeded(PANTRY, usd(1), usd(-15_00), RESETS));
  }

  @Test
  void categoryWithoutBudgetIsZeroNotInfinity() {
    assertThat(violations(line(PANTRY, 1), line(TREATS, 1)))
        .containsExactly(new BudgetExceeded(TREATS, usd(1), usd(0), RESETS));
  }

  @Test
  void amountOnTheParentFundsWhatIsBelow() {
    positions.clear();
    budget(HOUSEHOLD, usd(100_00));

    assertThat(violations(line(PANTRY, 60_00), line(TREATS, 40_00))).isEmpty();
    assertThat(violations(line(PANTRY, 60_00), line(TREATS, 40_01)))
        .containsExactly(new BudgetExceeded(HOUSEHOLD, usd(100_01), usd(100_00), RESETS));
  }

  @Test
  void parentAndChildBothBind() {
    budget(HOUSEHOLD, usd(300_00));

    assertThat(violations(line(PANTRY, 300_01)))
        .containsExactly(new BudgetExceeded(HOUSEHOLD, usd(300_01), usd(300_00), RESETS));
    assertThat(violations(line(PANTRY, 400_01)))
        .containsExactly(
            new BudgetExceeded(HOUSEHOLD, usd(400_01), usd(300_00), RESETS),
            new BudgetExceeded(PANTRY, usd(400_01), usd(400_00), RESETS));
  }

  @Test
  void linesOfOneCategoryCountTogether() {
    assertThat(violations(line(PANTRY, 200_00), line(PANTRY, 200_00))).isEmpty();
    assertThat(violations(line(PANTRY, 200_00), line(PANTRY, 200_01)))
        .containsExactly(new BudgetExceeded(PANTRY, usd(400_01), usd(400_00), RESETS));
  }

  @Test
  void chargesCountTowardsTheBudget() {
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 400_00)), List.of(new Charge("Tax", usd(1))));

    assertThat(violations(requisition))
        .containsExactly(new BudgetExceeded(PANTRY, usd(400_01), usd(400_00), RESETS));
  }

  @Test
  void budgetInAnotherCurrencyIsNotConverted() {
    budget(PANTRY, Money.ofMinor("EUR", 400_00));

    assertThat(violations(line(PANTRY, 1)))
        .containsExactly(new CurrencyMismatch(PANTRY, usd(1), Currency.getInstance("EUR")));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    terms = new PolicyTerms(Set.of(), usd(1), List.of(), 0);
    positions.clear();
    unobtainable = List.of(new Unobtainable(Unobtainable.Reason.NO_LONGER_SOLD, "1", "Oats"));

    assertThat(violations(line(PANTRY, 2)))
        .extracting(Violation::code)
        .containsExactly(
            "vendor-not-allowed",
            "no-longer-sold",
            "category-not-allowed",
            "too-many-open-proposals",
            "approval-limit-exceeded",
            "budget-exceeded");
  }

  @Test
  void everyViolationSaysItsNumbersInASentence() {
    Violation exceeded = new BudgetExceeded(PANTRY, usd(64_10), usd(50_00), RESETS);

    assertThat(exceeded.sentence())
        .isEqualTo("household/pantry has 50.00 USD left this month, the order asks 64.10 USD.");
    assertThat(new ApprovalLimitExceeded(usd(2), usd(1)).sentence())
        .contains("0.02 USD")
        .contains("0.01 USD");
    assertThat(new CurrencyMismatch(PANTRY, usd(1), USD).sentence()).contains("household/pantry");
    assertThat(new TooManyOpenProposals(3, 2).sentence()).contains("3").contains("2");
    assertThat(new Unobtainable(Unobtainable.Reason.PRICE_UNKNOWN, "1", "Oats").sentence())
        .isEqualTo("Oats (1) has no price.");
    assertThat(new VendorNotAllowed(CORNER_STORE).sentence()).contains("corner-store");
    assertThat(new CategoryNotAllowed(PANTRY, usd(1)).sentence()).contains("household/pantry");
  }

  @Test
  void denialWithoutAReasonIsNone() {
    assertThatThrownBy(() -> new Verdict.Denied(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
