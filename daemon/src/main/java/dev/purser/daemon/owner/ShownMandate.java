package dev.purser.daemon.owner;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Payee;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.budgets.standing.StandingTerms;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A standing mandate's terms as the owner reads them before signing, and after. */
public final class ShownMandate {
  private static final int MAX_WORDS = 280;

  private final StandingTerms terms;
  private final OwnerClock clock;

  ShownMandate(StandingTerms terms, OwnerClock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  public String agent() {
    return show(terms.agent());
  }

  /** Names and origins of those who are paid. */
  public String payees() {
    return terms.vendors().values().stream()
        .sorted(Comparator.comparing(Payee::name))
        .map(payee -> show(payee.name()) + " (" + show(payee.origin().toString()) + ")")
        .collect(Collectors.joining(", "));
  }

  public String categories() {
    return new TreeSet<>(terms.categories())
        .stream().map(CategoryId::path).collect(Collectors.joining(", "));
  }

  public String shipTo() {
    return show(terms.shipTo());
  }

  public String until() {
    return clock.full(terms.term().until());
  }

  public StandingLimits limits() {
    return terms.limits();
  }

  /** All of it in one sentence but for the address and the end. */
  public String sentence() {
    StandingLimits limits = terms.limits();
    return ("%s may buy at %s, without asking you, things of %s that you have bought there before,"
            + " for at most %s an order, %s a piece and %d %% more than you paid the last time: %s,"
            + " %s in all, until your passkey confirms an order of its again.")
        .formatted(
            agent(),
            payees(),
            categories(),
            limits.perOrder(),
            limits.unitPrice(),
            limits.risePerCent(),
            orders(limits.uses()),
            limits.inAll());
  }

  private static String orders(int uses) {
    return uses == 1 ? "one order" : uses + " orders";
  }

  private static String show(String text) {
    return ForeignText.ON_PAGES.show(text, MAX_WORDS);
  }
}
