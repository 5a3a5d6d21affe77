package dev.purser.daemon.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the daemon for this month as an operator does: root is none. */
record ControlLedger(Shell shell, Policy policy, Path socket) implements FundingCheck.Ledger {
  private static final String COMMAND = "dev.purser.daemon.cli.Purser";

  @Override
  public List<BudgetLine> lines() throws IOException {
    String operator = policy.operators().owner().get(0);
    Shell.Ran ran =
        shell.run(
            "setpriv",
            "--reuid=" + operator,
            "--regid=" + shell.run("id", "-g", operator).output().strip(),
            "--init-groups",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Program.classPath(),
            COMMAND,
            "budget",
            "show",
            "--json",
            "--control",
            socket.toString());
    if (ran.exit() != 0) {
      throw new IOException(
          "%s cannot ask for the budgets: %s".formatted(operator, ran.output().strip()));
    }
    List<BudgetLine> lines = new ArrayList<>();
    for (JsonNode position : new ObjectMapper().readTree(ran.output()).path("positions")) {
      Money budget = money(position.path("budget"));
      lines.add(
          new BudgetLine(
              new CategoryId(position.path("category").asText()),
              budget,
              budget.minus(money(position.path("spent")))));
    }
    return lines;
  }

  private static Money money(JsonNode amount) {
    return Money.parse(amount.path("value").asText() + " " + amount.path("currency").asText());
  }
}
