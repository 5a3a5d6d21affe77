package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "order",
    description = "Lists orders, tells an order's whole story, gives money back.",
    synopsisSubcommandLabel = "COMMAND")
final class OrderCommand {
  private static final int MAX_FACT_LENGTH = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "Lists orders: those that wait for the owner first, then the newest.")
  void list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "200",
              description = "How many at most, 1 to 10000. Default: ${DEFAULT-VALUE}")
          int limit,
      @Mixin Control control)
      throws IOException {
    JsonNode orders = control.get("/orders?limit=" + limit);
    if (control.wantsJson()) {
      out().println(orders);
      return;
    }
    Table table = new Table("ORDER", "STATE", "AGENT", "VENDOR", "TOTAL", "PROPOSED");
    for (JsonNode order : orders) {
      table.row(
          order.path("order").asText(),
          order.path("state").asText(),
          order.path("agent").asText(),
          order.path("vendor").asText(),
          BudgetCommand.amount(order.path("total")),
          order.path("proposedAt").asText());
    }
    table.print(out());
  }

  @Command(name = "show", description = "Tells all that happened to an order, in order.")
  void show(
      @Parameters(paramLabel = "ID", description = "The order's id.") String id,
      @Mixin Control control)
      throws IOException {
    JsonNode story = control.get("/orders/" + Urls.part(id));
    if (control.wantsJson()) {
      out().println(story);
      return;
    }
    JsonNode order = story.path("order");
    out()
        .println(
            "Order %s: %s, %s at %s, proposed by %s"
                .formatted(
                    order.path("order").asText(),
                    order.path("state").asText(),
                    BudgetCommand.amount(order.path("total")),
                    order.path("vendor").asText(),
                    order.path("agent").asText()));
    Table lines = new Table("QUANTITY", "PRODUCT", "SIZE", "SKU", "TOTAL");
    for (JsonNode line : story.path("lines")) {
      lines.row(
          line.path("quantity").asText(),
          line.path("title").asText(),
          line.path("size").asText(),
          line.path("sku").asText(),
          BudgetCommand.amount(line.path("total")));
    }
    lines.print(out());
    out().println();
    Table events = new Table("EVENT", "AT", "WHAT", "BY", "FACTS");
    for (JsonNode event : story.path("story")) {
      events.row(
          event.path("seq").asText(),
          event.path("at").asText(),
          event.path("type").asText(),
          event.path("actor").asText(),
          brief(event.path("data")));
    }
    events.print(out());
  }

  @Command(name = "refund", description = "Gives money back; all of it without AMOUNT.")
  void refund(
      @Parameters(paramLabel = "ID", description = "The order's id.") String id,
      @Parameters(
              paramLabel = "AMOUNT",
              arity = "0..1",
              description = "Such as 2.94, in the order's currency.")
          @Nullable String amount,
      @Mixin Control control)
      throws IOException {
    JsonNode answer =
        control.post(
            "/orders/" + Urls.part(id) + "/refund",
            amount == null ? Map.of() : Map.of("amount", amount));
    out()
        .println(
            control.wantsJson()
                ? answer.toString()
                : answer.path("result").asText().replace('_', ' ')
                    + ": "
                    + answer.path("amount").asText());
  }

  /** What fits a line; --json has the rest. */
  private static String brief(JsonNode data) {
    return data.properties().stream()
        .filter(fact -> fact.getValue().isValueNode())
        .filter(fact -> fact.getValue().asText().length() <= MAX_FACT_LENGTH)
        .map(fact -> fact.getKey() + ": " + fact.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
