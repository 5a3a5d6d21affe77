package dev.purser.daemon.owner;

import dev.purser.daemon.notices.words.ShownOrder;
import java.util.List;
import java.util.Optional;

/**
 * The page that says why a yes came too late: the vendor's prices moved.
 *
 * @param refusals what policy has against the order as it would be now; empty when it may be
 *     confirmed
 * @param next the new order's path, if there is one
 */
public record ChangedPage(
    ShownOrder order,
    List<ShownOrder.Change> changes,
    List<String> refusals,
    Optional<String> next) {

  /** Never the new order's locator. */
  @Override
  public String toString() {
    return "ChangedPage[" + order.number() + "]";
  }
}
