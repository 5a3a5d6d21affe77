package dev.purser.budgets.attention;

import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what the owner should look at, the gravest first. The same requisition and facts say the
 * same.
 */
public final class Lookout {
  /** From this rise on a price is pointed out. */
  public static final Percent PRICE_JUMP = new Percent(1_500);

  /** From this part of a limit on an order is pointed out. */
  public static final Percent NEAR_LIMIT = new Percent(9_000);

  /** From so many proposals of one agent on a day they are pointed out. */
  public static final int MANY_PROPOSALS = 10;

  private interface Rule {
    Stream<? extends Attention> findings(Requisition requisition, AttentionFacts facts);
  }

  /** In the order of their weight. */
  private static final List<Rule> RULES =
      List.of(
          Lookout::payeeIsTheOneBefore,
          Lookout::addressIsTheOneBefore,
          Lookout::vendorIsKnown,
          Lookout::pricesAreAsBefore,
          Lookout::totalIsWellWithinLimits,
          Lookout::budgetsKeepHalf,
          Lookout::agentIsNotBusy,
          Lookout::hourIsUsual);

  private Lookout() {}

  /** The findings: those that are high first, and among equals by the order of the rules. */
  public static List<Attention> over(Requisition requisition, AttentionFacts facts) {
    return RULES.stream()
        .flatMap(rule -> rule.findings(requisition, facts))
        .map(Attention.class::cast)
        .sorted(Comparator.comparing(Attention::isHigh).reversed())
        .toList();
  }

  private static Stream<Attention> payeeIsTheOneBefore(
      Requisition requisition, AttentionFacts facts) {
    return facts.past().last().stream()
        .filter(last -> !last.payee().equals(requisition.payee()))
        .map(last -> new Attention.NewPayee(last.payee(), requisition.payee()));
  }

  private static Stream<Attention> addressIsTheOneBefore(
      Requisition requisition, AttentionFacts facts) {
    return facts.past().last().stream()
        .filter(last -> !last.shipTo().equals(requisition.shipTo()))
        .map(last -> new Attention.ShipsElsewhere(last.shipTo(), requisition.shipTo()));
  }

  private static Stream<Attention> vendorIsKnown(Requisition requisition, AttentionFacts facts) {
    return facts.past().orders() > 0
        ? Stream.empty()
        : Stream.of(new Attention.NewVendor(requisition.payee()));
  }

  private static Stream<Attention.PriceJump> pricesAreAsBefore(
      Requisition requisition, AttentionFacts facts) {
    return requisition.lines().stream()
        .flatMap(line -> jump(line, facts.past()))
        .sorted(Comparator.comparing(Attention.PriceJump::rise).reversed());
  }

  private static Stream<Attention.PriceJump> jump(RequisitionLine line, AttentionFacts.Past past) {
    Money now = line.unitPrice();
    return past
        .unitPrice(line.sku(), now)
        .map(before -> new Attention.PriceJump(line.title(), before, now))
        .filter(jump -> jump.rise().isAtLeast(PRICE_JUMP))
        .stream();
  }

  private static Stream<Attention> totalIsWellWithinLimits(
      Requisition requisition, AttentionFacts facts) {
    Money total = requisition.total();
    return facts.limits().stream()
        .filter(limit -> limit.currency().equals(total.currency()))
        .min(Comparator.naturalOrder())
        .map(limit -> new Attention.NearLimit(total, limit))
        .filter(near -> near.part().isAtLeast(NEAR_LIMIT))
        .<Attention>map(near -> near)
        .stream();
  }

  /** Exactly half is not over half. */
  private static Stream<Attention.TakesMost> budgetsKeepHalf(
      Requisition requisition, AttentionFacts facts) {
    return facts.draws().stream()
        .filter(draw -> draw.asked().exceeds(draw.left().minus(draw.asked())))
        .map(draw -> new Attention.TakesMost(draw.category(), draw.asked(), draw.left()))
        .sorted(Comparator.comparing(Attention.TakesMost::part).reversed());
  }

  private static Stream<Attention> agentIsNotBusy(Requisition requisition, AttentionFacts facts) {
    int today = facts.moment().proposalsToday();
    return today < MANY_PROPOSALS ? Stream.empty() : Stream.of(new Attention.ManyProposals(today));
  }

  private static Stream<Attention> hourIsUsual(Requisition requisition, AttentionFacts facts) {
    AttentionFacts.Moment moment = facts.moment();
    return moment.usual().include(moment.proposedAt())
        ? Stream.empty()
        : Stream.of(new Attention.UnusualHour(moment.proposedAt(), moment.usual()));
  }
}
