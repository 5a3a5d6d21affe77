package dev.purser.budgets;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The owner's rules, in order. Every rule runs, so that an agent learns all that is wrong at once.
 * A pure function: the same requisition and facts give the same verdict, today or in an audit.
 */
public final class PurchasePolicy {
  private interface PolicyRule {
    Stream<? extends Violation> violations(Requisition requisition, PolicyFacts facts);
  }

  private static final List<PolicyRule> RULES =
      List.of(
          PurchasePolicy::agentIsNotFrozen,
          PurchasePolicy::vendorIsOnAllowlist,
          PurchasePolicy::everyLineCanBeBought,
          PurchasePolicy::agentMayBuyCategory,
          PurchasePolicy::ownerIsNotFlooded,
          PurchasePolicy::totalIsWithinApprovalLimit,
          PurchasePolicy::totalIsWithinAgentsCaps,
          PurchasePolicy::everyCategoryBudgetAbsorbsItsShare);

  /** A hold that was granted stands, whatever became of the budget since. */
  private static final List<PolicyRule> RULES_WHILE_HELD =
      List.of(
          PurchasePolicy::agentIsNotFrozen,
          PurchasePolicy::agentIsNotFrozen,
          PurchasePolicy::vendorIsOnAllowlist,
          PurchasePolicy::everyLineCanBeBought,
          PurchasePolicy::agentMayBuyCategory,
          PurchasePolicy::totalIsWithinApprovalLimit,
          PurchasePolicy::totalIsWithinAgentsCaps);

  private PurchasePolicy() {}

  /** Judges a requisition before anything is held for it. */
  public static Verdict judge(Requisition requisition, PolicyFacts facts) {
    return judge(RULES, requisition, facts);
  }

  /** Judges again, when the owner confirms, what budget is already held for. */
  public static Verdict judgeHeld(Requisition requisition, PolicyFacts facts) {
    return judge(RULES_WHILE_HELD, requisition, facts);
  }

  private static Verdict judge(List<PolicyRule> rules, Requisition requisition, PolicyFacts facts) {
    List<Violation> violations =
        rules.stream()
            .flatMap(rule -> rule.violations(requisition, facts))
            .map(Violation.class::cast)
            .toList();
    return violations.isEmpty() ? new Verdict.NeedsConfirmation() : new Verdict.Denied(violations);
  }

  private static Stream<Violation> agentIsNotFrozen(Requisition requisition, PolicyFacts facts) {
    return facts.frozen() ? Stream.of(new Violation.AgentFrozen()) : Stream.empty();
  }

  private static Stream<Violation> vendorIsOnAllowlist(Requisition requisition, PolicyFacts facts) {
    return facts.terms().vendors().contains(requisition.vendor())
        ? Stream.empty()
        : Stream.of(new Violation.VendorNotAllowed(requisition.vendor()));
  }

  private static Stream<Violation.Unobtainable> everyLineCanBeBought(
      Requisition requisition, PolicyFacts facts) {
    return facts.unobtainable().stream();
  }

  private static Stream<Violation> agentMayBuyCategory(Requisition requisition, PolicyFacts facts) {
    return requisition.shares().entrySet().stream()
        .filter(
            share -> facts.terms().agentCategories().stream().noneMatch(share.getKey()::isWithin))
        .map(share -> new Violation.CategoryNotAllowed(share.getKey(), share.getValue()));
  }

  private static Stream<Violation> ownerIsNotFlooded(Requisition requisition, PolicyFacts facts) {
    int limit = facts.terms().maxOpenProposals();
    return facts.openProposals() < limit
        ? Stream.empty()
        : Stream.of(new Violation.TooManyOpenProposals(facts.openProposals(), limit));
  }

  private static Stream<Violation> totalIsWithinApprovalLimit(
      Requisition requisition, PolicyFacts facts) {
    Money total = requisition.total();
    Money limit = facts.terms().approvalLimit();
    return isWithin(total, limit)
        ? Stream.empty()
        : Stream.of(new Violation.ApprovalLimitExceeded(total, limit));
  }

  private static Stream<Violation> totalIsWithinAgentsCaps(
      Requisition requisition, PolicyFacts facts) {
    Money total = requisition.total();
    return facts.terms().agentCaps().stream()
        .filter(cap -> !isWithin(total, cap))
        .map(cap -> new Violation.AgentCapExceeded(total, cap));
  }

  /** What is in another currency is within nothing. */
  private static boolean isWithin(Money total, Money limit) {
    return total.currency().equals(limit.currency()) && !total.exceeds(limit);
  }

  /** A share passes its own category and every one above it that has an amount. */
  private static Stream<Violation> everyCategoryBudgetAbsorbsItsShare(
      Requisition requisition, PolicyFacts facts) {
    SortedMap<CategoryId, Money> asked = new TreeMap<>();
    SortedMap<CategoryId, Money> unfunded = new TreeMap<>();
    for (Map.Entry<CategoryId, Money> share : requisition.shares().entrySet()) {
      List<CategoryId> funded =
          share.getKey().withAncestors().stream().filter(facts.positions()::containsKey).toList();
      funded.forEach(category -> asked.merge(category, share.getValue(), Money::plus));
      if (funded.isEmpty()) {
        unfunded.put(share.getKey(), share.getValue());
      }
    }
    return Stream.concat(
        asked.entrySet().stream()
            .flatMap(
                ask ->
                    facts.position(ask.getKey()).stream()
                        .flatMap(position -> budgetAbsorbs(position, ask.getValue(), facts))),
        unfunded.entrySet().stream()
            .map(
                share ->
                    exceeded(
                        share.getKey(),
                        share.getValue(),
                        Money.zero(requisition.currency()),
                        facts)));
  }

  private static Stream<Violation> budgetAbsorbs(
      BudgetPosition position, Money asked, PolicyFacts facts) {
    CategoryId category = position.category();
    Currency expected = position.budget().currency();
    if (!expected.equals(asked.currency())) {
      return Stream.of(new Violation.CurrencyMismatch(category, asked, expected));
    }
    return position.absorbs(asked)
        ? Stream.empty()
        : Stream.of(exceeded(category, asked, position.available(), facts));
  }

  private static Violation exceeded(
      CategoryId category, Money asked, Money available, PolicyFacts facts) {
    return new Violation.BudgetExceeded(category, asked, available, facts.month().resetsAt());
  }
}
