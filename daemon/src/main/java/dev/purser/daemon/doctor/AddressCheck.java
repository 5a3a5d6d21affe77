package dev.purser.daemon.doctor;

import dev.purser.daemon.policy.Policy;
import java.util.List;

/**
 * Whether orders say where they are to go.
 *
 * @param isRehearsal whether no vendor is paid
 */
record AddressCheck(Policy.Owner owner, boolean isRehearsal) implements Check {
  private static final String SAW = "the policy does not say where orders are delivered to";
  private static final String FIX = "say shipTo in policy.yml, then restart the daemon";

  @Override
  public String name() {
    return "address";
  }

  @Override
  public List<Finding> look() {
    if (owner.hasAddress()) {
      return List.of(Finding.ok(name(), "on every order"));
    }
    return List.of(isRehearsal ? Finding.warn(name(), SAW, FIX) : Finding.fail(name(), SAW, FIX));
  }
}
