package dev.purser.daemon.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Asks the daemon for a month as an operator does: root is none. */
record ControlLedger(Shell shell, Policy policy, Path socket)
    implements FundingCheck.Ledger, NextMonthCheck.Ledger {
  private static final String COMMAND = "dev.purser.daemon.cli.Purser";

  @Override
  public List<BudgetLine> lines() throws IOException {
    List<BudgetLine> lines = new ArrayList<>();
    for (JsonNode position : positions(List.of())) {
      Money budget = money(position.path("budget"));
      lines.add(
          new BudgetLine(
              new CategoryId(position.path("category").asText()),
              budget,
              budget.minus(money(position.path("spent")))));
    }
    return lines;
  }

  @Override
  public boolean hasBudgets(YearMonth month) throws IOException {
    return !positions(List.of(month.toString())).isEmpty();
  }

  private JsonNode positions(List<String> month) throws IOException {
    String operator = policy.operators().owner().get(0);
    List<String> words =
        new ArrayList<>(
            List.of(
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
                "show"));
    words.addAll(month);
    words.addAll(List.of("--json", "--control", socket.toString()));
    Shell.Ran ran = shell.run(words.toArray(String[]::new));
    if (ran.exit() != 0) {
      throw new IOException(
          "%s cannot ask for the budgets: %s".formatted(operator, ran.output().strip()));
    }
    return new ObjectMapper().readTree(ran.output()).path("positions");
  }

  private static Money money(JsonNode amount) {
    return Money.parse(amount.path("value").asText() + " " + amount.path("currency").asText());
  }
}
