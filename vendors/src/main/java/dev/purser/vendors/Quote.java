package dev.purser.vendors;

import dev.purser.budgets.Charge;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.Violation.Unobtainable;
import java.util.List;

/**
 * What a vendor asks for some items at one moment.
 *
 * @param lines in the order they were wanted
 * @param charges delivery and the like
 * @param unobtainable wanted items that it did not price
 */
public record Quote(
    List<RequisitionLine> lines, List<Charge> charges, List<Unobtainable> unobtainable) {
  public Quote {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    unobtainable = List.copyOf(unobtainable);
  }
}
