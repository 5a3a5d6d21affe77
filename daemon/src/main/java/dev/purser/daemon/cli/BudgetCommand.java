package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "budget",
    description = "Sets and shows what may be spent of each category in a month.",
    synopsisSubcommandLabel = "COMMAND")
final class BudgetCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "set",
      description = {
        "Sets a category's amount for a month.",
        "Example: purser budget set household/pantry 2026-12 400.00 USD"
      })
  void set(
      @Parameters(paramLabel = "CATEGORY", description = "Such as household/pantry.")
          String category,
      @Parameters(paramLabel = "MONTH", description = "Such as 2026-12.") String month,
      @Parameters(paramLabel = "AMOUNT", description = "Such as 400.00.") String amount,
      @Parameters(paramLabel = "CURRENCY", description = "ISO 4217, such as USD.") String currency,
      @Option(names = "--reason", description = "Why, for the record.") @Nullable String reason,
      @Mixin Control control)
      throws IOException {
    Map<String, String> setting = new LinkedHashMap<>();
    setting.put("category", category);
    setting.put("month", month);
    setting.put("amount", amount);
    setting.put("currency", currency);
    if (reason != null) {
      setting.put("reason", reason);
    }
    JsonNode position = control.post("/budgets", setting);
    if (control.wantsJson()) {
      out().println(position);
    } else {
      out()
          .println(
              "%s %s: budget %s, available %s"
                  .formatted(
                      category,
                      month,
                      amount(position.path("budget")),
                      amount(position.path("available"))));
      if (position.path("note").isTextual()) {
        out().println(Table.harmless("Note: " + position.path("note").asText()));
      }
      if (position.path("available").path("value").asText().startsWith("-")) {
        out()
            .println(
                "Note: more than that is held, committed or spent already, so nothing more can be"
                    + " proposed. What is held stays held.");
      }
    }
  }

  @Command(name = "show", description = "Shows a month; the current one without MONTH.")
  void show(
      @Parameters(paramLabel = "MONTH", arity = "0..1", description = "Such as 2026-12.")
          @Nullable String month,
      @Mixin Control control)
      throws IOException {
    JsonNode shown = control.get(month == null ? "/budgets" : "/budgets?month=" + Urls.part(month));
    if (control.wantsJson()) {
      out().println(shown);
      return;
    }
    out().println(shown.path("month").asText());
    Table table = new Table("CATEGORY", "BUDGET", "HELD", "COMMITTED", "SPENT", "AVAILABLE");
    for (JsonNode position : shown.path("positions")) {
      table.row(
          position.path("category").asText(),
          amount(position.path("budget")),
          amount(position.path("held")),
          amount(position.path("committed")),
          amount(position.path("spent")),
          amount(position.path("available")));
    }
    table.print(out());
  }

  static String amount(JsonNode amount) {
    return amount.path("value").asText() + " " + amount.path("currency").asText();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
