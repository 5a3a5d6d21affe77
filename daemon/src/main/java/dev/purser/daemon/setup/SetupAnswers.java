package dev.purser.daemon.setup;

import dev.purser.budgets.Money;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/**
 * What the administrator was asked, or said by options.
 *
 * @param agentUser the OS user that the agent runs as; made if there is none
 * @param ownerUser the OS user that may use the control socket
 * @param ownerEmail where notices go
 * @param budgets the first month's
 */
public record SetupAnswers(
    String agentUser, String ownerUser, String ownerEmail, List<FirstBudget> budgets, Where where) {

  /**
   * Where the owner is.
   *
   * @param baseUrl where the owner's browser reaches the pages
   * @param zone where months begin
   * @param shipTo the address on every order, one line
   */
  public record Where(URI baseUrl, ZoneId zone, String shipTo) {
    public Where {
      if (baseUrl.getHost() == null) {
        throw new IllegalArgumentException(
            "'%s' is no address for a browser: write it like https://purser.example.org"
                .formatted(baseUrl));
      }
      requireOneLine("ship-to", shipTo);
    }
  }

  public SetupAnswers {
    budgets = List.copyOf(budgets);
    requireUser("agent", agentUser);
    requireUser("owner", ownerUser);
    if (agentUser.equals("root") || agentUser.equals(ownerUser)) {
      throw new IllegalArgumentException(
          "the agent needs an OS user of its own: not root, and not the owner's");
    }
    if (!ownerEmail.matches("[^\\s@\"'\\\\]+@[^\\s@\"'\\\\]+")) {
      throw new IllegalArgumentException("'" + ownerEmail + "' is no e-mail address");
    }
    if (budgets.isEmpty()) {
      throw new IllegalArgumentException("a first budget is needed: nothing can be bought without");
    }
  }

  /** The largest of them: an order above it could not be held anyway. */
  Money approvalLimit() {
    Money largest = budgets.get(0).amount();
    for (FirstBudget budget : budgets) {
      if (budget.amount().exceeds(largest)) {
        largest = budget.amount();
      }
    }
    return largest;
  }

  private static void requireUser(String whose, String user) {
    if (!user.matches("[A-Za-z_][A-Za-z0-9_.-]{0,31}")) {
      throw new IllegalArgumentException("the %s's user '%s' is no name".formatted(whose, user));
    }
  }

  private static void requireOneLine(String what, String text) {
    if (text.isBlank() || text.length() > 200 || text.matches("(?s).*\\p{C}.*")) {
      throw new IllegalArgumentException(what + " is one line of up to 200 characters");
    }
  }
}
