package dev.purser.daemon.setup;

import dev.purser.budgets.Money;
import dev.purser.daemon.notices.SmtpConfig;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the administrator was asked, or said by options.
 *
 * @param agentUser the OS user that the agent runs as; made if there is none
 * @param ownerUser the OS user that may use the control socket
 * @param ownerEmail where notices go
 * @param budgets the first month's
 * @param mail the server that takes notices; without one they are files and no more
 */
public record SetupAnswers(
    String agentUser,
    String ownerUser,
    String ownerEmail,
    List<FirstBudget> budgets,
    Where where,
    Optional<SmtpConfig> mail) {

  /** Answers that name no mail server. */
  public SetupAnswers(
      String agentUser,
      String ownerUser,
      String ownerEmail,
      List<FirstBudget> budgets,
      Where where) {
    this(agentUser, ownerUser, ownerEmail, budgets, where, Optional.empty());
  }

  /**
   * Where the owner is.
   *
   * @param baseUrl where the owner's browser reaches the pages
   * @param zone where months begin
   * @param shipTo the address on every order, one line
   */
  public record Where(URI baseUrl, ZoneId zone, String shipTo) {
    public Where {
      requireHost(baseUrl);
      requireAddress(shipTo);
    }

    /** The URL, when it names a host. */
    public static URI requireHost(URI url) {
      if (url.getHost() == null) {
        throw new IllegalArgumentException(
            "'%s' is no address for a browser: write it like https://purser.example.org"
                .formatted(url));
      }
      return url;
    }

    /** The address, when it fits one line. */
    public static String requireAddress(String text) {
      if (text.isBlank() || text.length() > 200 || text.matches("(?s).*\\p{C}.*")) {
        throw new IllegalArgumentException(
            "where orders are delivered to is one line of up to 200 characters");
      }
      return text;
    }
  }

  /** What the administrator said; what is false here was only filled in. */
  public record Said(boolean zone, boolean shipTo) {}

  public SetupAnswers {
    budgets = List.copyOf(budgets);
    requireAgent(agentUser);
    requireOwner(ownerUser, agentUser);
    requireEmail(ownerEmail);
    if (budgets.isEmpty()) {
      throw new IllegalArgumentException("a first budget is needed: nothing can be bought without");
    }
  }

  /** The same, with what was said of a mail server. */
  public SetupAnswers with(Optional<SmtpConfig> server) {
    return new SetupAnswers(agentUser, ownerUser, ownerEmail, budgets, where, server);
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

  /** The agent's user, when it may be one. */
  public static String requireAgent(String user) {
    requireName("agent", user);
    if (user.equals("root")) {
      throw new IllegalArgumentException("the agent needs an OS user of its own: not root");
    }
    return user;
  }

  /** The owner's user, when it is not the agent's. */
  public static String requireOwner(String user, String agent) {
    requireName("owner", user);
    if (user.equals(agent)) {
      throw new IllegalArgumentException(
          "the agent needs an OS user of its own: not %s, the owner's".formatted(user));
    }
    return user;
  }

  /** The address, when mail can be sent to it. */
  public static String requireEmail(String address) {
    if (!address.matches("[^\\s@\"'\\\\]+@[^\\s@\"'\\\\]+")) {
      throw new IllegalArgumentException("'" + address + "' is no e-mail address");
    }
    return address;
  }

  private static void requireName(String whose, String user) {
    if (!user.matches("[A-Za-z_][A-Za-z0-9_.-]{0,31}")) {
      throw new IllegalArgumentException("the %s's user '%s' is no name".formatted(whose, user));
    }
  }
}
