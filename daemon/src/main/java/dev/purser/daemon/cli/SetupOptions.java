package dev.purser.daemon.cli;

import dev.purser.daemon.setup.FirstBudget;
import dev.purser.daemon.setup.SetupAnswers;
import java.io.Console;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
      description = "The address on every order, one line.",
      defaultValue = "Not said yet: edit shipTo in policy.yml")
  private String shipTo = "Not said yet: edit shipTo in policy.yml";

  List<String> budgets() {
    return List.copyOf(budgets);
  }

  String currency() {
    return currency;
  }

  List<FirstBudget> firstBudgets() {
    return budgets.stream().map(budget -> FirstBudget.parse(budget, currency)).toList();
  }

  SetupAnswers answers() {
    agentUser = said(agentUser, "--agent-user", "Which OS user does the agent run as?");
    String caller = System.getenv("SUDO_USER");
    ownerUser =
        said(
            ownerUser == null && caller != null && !caller.equals("root") ? caller : ownerUser,
            "--owner-user",
            "Which OS user sets budgets?");
    ownerEmail = said(ownerEmail, "--owner-email", "Where do notices go, by e-mail?");
    if (budgets.isEmpty()) {
      budgets.add(
          said(
              null,
              "--budget",
              "First monthly budget, such as household/pantry=400.00 (in %s)?"
                  .formatted(currency)));
    }
    return new SetupAnswers(
        agentUser,
        ownerUser,
        ownerEmail,
        firstBudgets(),
        new SetupAnswers.Where(baseUrl, zoneId(), shipTo));
  }

  private ZoneId zoneId() {
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new RefusedException("'" + zone + "' is no time zone: write it like Europe/Berlin");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  private String said(@Nullable String given, String option, String question) {
    if (given != null) {
      return given;
    }
    Console console = System.console();
    String answer = yes || console == null ? null : console.readLine("%s ", question);
    if (answer == null || answer.isBlank()) {
      throw new RefusedException("say " + option);
    }
    return answer.strip();
  }

  boolean asksNothing() {
    return yes;
  }
}
