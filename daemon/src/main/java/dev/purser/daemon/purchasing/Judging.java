package dev.purser.daemon.purchasing;

import dev.purser.budgets.BudgetMonth;
import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.PolicyFacts;
import dev.purser.budgets.PolicyTerms;
import dev.purser.budgets.PurchasePolicy;
import dev.purser.budgets.Verdict;
import dev.purser.daemon.agents.OpenAgents;
import dev.purser.daemon.agents.OpenFreezes;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.policy.Policy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the facts, inside a decision, and asks the policy. */
final class Judging {
  private final Policy policy;

  Judging(Policy policy) {
    this.policy = policy;
  }

  /**
   * A verdict with all it was based on.
   *
   * @param month whose budgets were looked at
   * @param recorded the facts, for the audit trail
   */
  record Judged(Verdict verdict, BudgetMonth month, Map<String, Object> recorded) {}

  Judged judge(OpenBooks open, String agent, QuotedRequisition quoted) {
    PolicyFacts facts = facts(open, agent, quoted);
    Verdict verdict = PurchasePolicy.judge(quoted.requisition(), facts);
    return new Judged(verdict, facts.month(), recorded(facts));
  }

  /** Judges an order that holds its budget already. */
  Verdict judgeHeld(OpenBooks open, String agent, QuotedRequisition quoted) {
    return PurchasePolicy.judgeHeld(quoted.requisition(), facts(open, agent, quoted));
  }

  private PolicyFacts facts(OpenBooks open, String agent, QuotedRequisition quoted) {
    BudgetMonth month = BudgetMonth.containing(open.now(), policy.owner().zone());
    return new PolicyFacts(
        new OpenAgents(open).narrow(policy.terms(agent).orElseGet(this::nothingAllowed), agent),
        open.ledger().positions(quoted.requisition().shares().keySet(), month.month()),
        month,
        new OpenOrders(open).countPending(agent),
        new OpenFreezes(open).isFrozen(agent),
        quoted.unobtainable());
  }

  /** An agent that the policy no longer names. */
  private PolicyTerms nothingAllowed() {
    return new PolicyTerms(policy.vendors(), policy.limit(), List.of(), 0);
  }

  private static List<String> words(Collection<?> terms) {
    return terms.stream().map(Object::toString).sorted().toList();
  }

  private static Map<String, Object> recorded(PolicyFacts facts) {
    Map<String, Object> budgets = new TreeMap<>();
    facts.positions().forEach((category, position) -> budgets.put(category.path(), of(position)));
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("month", facts.month().toString());
    recorded.put("open_proposals", facts.openProposals());
    recorded.put("frozen", facts.frozen());
    recorded.put("approval_limit", facts.terms().approvalLimit().toString());
    recorded.put("agent_categories", words(facts.terms().agentCategories()));
    recorded.put("agent_caps", words(facts.terms().agentCaps()));
    recorded.put("vendors", words(facts.terms().vendors()));
    recorded.put("positions", budgets);
    return recorded;
  }

  private static Map<String, Object> of(BudgetPosition position) {
    return Map.of(
        "budget", position.budget().toString(),
        "held", position.held().toString(),
        "committed", position.committed().toString(),
        "spent", position.spent().toString());
  }
}
