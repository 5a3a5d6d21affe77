package dev.purser.daemon.cli;

import dev.purser.budgets.Money;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.setup.FirstBudget;
import dev.purser.daemon.setup.Machine;
import dev.purser.daemon.setup.SetupAnswers;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What setup has to know: asked on a terminal, or said by options. */
final class SetupOptions {
  @Option(names = "--yes", description = "Ask nothing, for scripts; refuse what is not said.")
  private boolean yes;

  @Option(
      names = "--agent-user",
      paramLabel = "USER",
      description = "The OS user that the agent runs as; made if there is none.")
  private @Nullable String agentUser;

  @Option(
      names = "--owner-user",
      paramLabel = "USER",
      description = "The OS user that may set budgets. Without it: who called sudo.")
  private @Nullable String ownerUser;

  @Option(names = "--owner-email", paramLabel = "ADDRESS", description = "Where notices go.")
  private @Nullable String ownerEmail;

  @Option(
      names = "--budget",
      paramLabel = "CATEGORY=AMOUNT",
      description = "A first monthly budget, such as household/pantry=400.00; may be repeated.")
  private List<String> budgets = new ArrayList<>();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Of the budgets, ISO 4217. Default: ${DEFAULT-VALUE}",
      defaultValue = "USD")
  private String currency = "USD";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the owner's browser reaches the pages. Default: ${DEFAULT-VALUE}",
      defaultValue = "http://localhost:8480")
  private URI baseUrl = URI.create("http://localhost:8480");

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Where months begin, such as Europe/Berlin. Default: this machine's.")
  private @Nullable String zone;

  @Option(
      names = "--ship-to",
      paramLabel = "ADDRESS",
      description = {
        "The address on every order, one line. Without it, and with --yes, orders carry none until",
        "policy.yml says it."
      })
  private @Nullable String shipTo;

  List<String> budgets() {
    return List.copyOf(budgets);
  }

  String currency() {
    return currency;
  }

  List<FirstBudget> firstBudgets() {
    return budgets.stream().map(budget -> FirstBudget.parse(budget, currency)).toList();
  }

  SetupAnswers answers(Machine machine) {
    return answers(interview(), machine);
  }

  /** All of it is right on its own and on this machine; nothing was made yet. */
  SetupAnswers answers(Interview interview, Machine machine) {
    Money.currencyOf(currency);
    URI browser = SetupAnswers.Where.requireHost(baseUrl);
    ZoneId months = zoneId();
    String agent =
        interview.about(
            agentUser,
            new Interview.Question("--agent-user", "Which OS user does the agent run as?"),
            SetupAnswers::requireAgent);
    String caller = System.getenv("SUDO_USER");
    String owner =
        interview.about(
            ownerUser == null && caller != null && !caller.equals("root") ? caller : ownerUser,
            new Interview.Question("--owner-user", "Which OS user sets budgets?"),
            user -> existing(SetupAnswers.requireOwner(user, agent), machine));
    String email =
        interview.about(
            ownerEmail,
            new Interview.Question("--owner-email", "Where do notices go, by e-mail?"),
            SetupAnswers::requireEmail);
    SetupAnswers.Where where = new SetupAnswers.Where(browser, months, addressed(interview));
    if (budgets.isEmpty()) {
      budgets.add(interview.about(null, budgetQuestion(), this::readable));
    }
    return new SetupAnswers(agent, owner, email, firstBudgets(), where);
  }

  /** What was said of things that a policy may say otherwise; not what stands for it. */
  SetupAnswers.Said said() {
    return new SetupAnswers.Said(zone != null, shipTo != null);
  }

  private String addressed(Interview interview) {
    if (shipTo == null && !interview.hasSomebody()) {
      return Policy.Owner.SHIP_TO_NOT_SAID;
    }
    return interview.about(
        shipTo,
        new Interview.Question("--ship-to", "Where are orders delivered to, on one line?"),
        SetupAnswers.Where::requireAddress);
  }

  /** The agent's user is made when there is none; the owner is somebody already. */
  private static String existing(String owner, Machine machine) {
    try {
      if (!machine.hasUser(owner)) {
        throw new RefusedException(
            "there is no user %s to be the owner: useradd --create-home %s"
                .formatted(owner, owner));
      }
    } catch (IOException e) {
      throw new RefusedException("cannot tell whether there is a user " + owner);
    }
    return owner;
  }

  private Interview.Question budgetQuestion() {
    return new Interview.Question(
        "--budget",
        "First monthly budget, such as household/pantry=400.00 (in %s)?".formatted(currency));
  }

  private String readable(String budget) {
    FirstBudget.parse(budget, currency);
    return budget;
  }

  private ZoneId zoneId() {
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new RefusedException("'" + zone + "' is no time zone: write it like Europe/Berlin");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  Interview interview() {
    Console console = System.console();
    return new Interview(
        yes ? Optional.empty() : Optional.ofNullable(console).map(ConsoleTalk::new));
  }

  boolean asksNothing() {
    return yes;
  }
}
