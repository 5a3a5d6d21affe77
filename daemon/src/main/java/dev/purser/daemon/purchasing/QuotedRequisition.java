package dev.purser.daemon.purchasing;

import dev.purser.budgets.Requisition;
import dev.purser.budgets.Violation;
import java.util.List;

/**
 * A cart as its vendor quotes it now.
 *
 * @param requisition of what was quoted
 * @param unobtainable what was not
 */
record QuotedRequisition(Requisition requisition, List<Violation.Unobtainable> unobtainable) {
  QuotedRequisition {
    unobtainable = List.copyOf(unobtainable);
  }
}
