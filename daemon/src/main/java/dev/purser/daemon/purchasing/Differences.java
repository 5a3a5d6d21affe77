package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.attention.AttentionFacts;
import dev.purser.daemon.orders.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between two requisitions for the same things. */
final class Differences {
  private Differences() {}

  /** Whether the owner would be shown the same deal, whichever policy each was frozen under. */
  static boolean sameDeal(Requisition one, Requisition other) {
    return one.vendor().equals(other.vendor())
        && one.payee().equals(other.payee())
        && one.currency().equals(other.currency())
        && one.lines().equals(other.lines())
        && one.charges().equals(other.charges())
        && one.shipTo().equals(other.shipTo());
  }

  static List<Difference> between(Requisition before, Requisition after) {
    Map<String, Priced> then = priced(before);
    Map<String, Priced> now = priced(after);
    return Stream.concat(then.keySet().stream(), now.keySet().stream())
        .distinct()
        .map(
            key ->
                difference(Optional.ofNullable(then.get(key)), Optional.ofNullable(now.get(key))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is new at the vendor, or has another price than when it was last paid for. */
  static List<Difference> since(AttentionFacts.Past past, Requisition now) {
    return now.lines().stream().flatMap(line -> since(past, line).stream()).toList();
  }

  private static Optional<Difference> since(AttentionFacts.Past past, RequisitionLine line) {
    Optional<Money> before = past.unitPrice(line.sku(), line.unitPrice());
    Optional<Money> now = Optional.of(line.unitPrice());
    return before.equals(now)
        ? Optional.empty()
        : Optional.of(new Difference(line.title(), before, now));
  }

  private record Priced(String title, Money price) {}

  private static Map<String, Priced> priced(Requisition requisition) {
    Map<String, Priced> priced = new LinkedHashMap<>();
    for (RequisitionLine line : requisition.lines()) {
      priced.put("sku:" + line.sku(), new Priced(line.title(), line.unitPrice()));
    }
    requisition
        .charges()
        .forEach(
            charge ->
                priced.put(
                    "charge:" + charge.label(), new Priced(charge.label(), charge.amount())));
    return priced;
  }

  private static Optional<Difference> difference(Optional<Priced> then, Optional<Priced> now) {
    Optional<Money> before = then.map(Priced::price);
    Optional<Money> after = now.map(Priced::price);
    return Objects.equals(before, after)
        ? Optional.empty()
        : now.or(() -> then).map(any -> new Difference(any.title(), before, after));
  }
}
