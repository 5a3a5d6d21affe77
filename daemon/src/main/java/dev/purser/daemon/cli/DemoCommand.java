package dev.purser.daemon.cli;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.PurserDaemon;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.listeners.ControlException;
import dev.purser.daemon.listeners.DoorException;
import dev.purser.daemon.listeners.Localhost;
import dev.purser.daemon.listeners.UnixHttpClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = {
      "Starts the real daemon with a corner store, a first budget and no money.",
      "Stop it with Ctrl-C and start it again: nothing is lost."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8480;
  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: ${DEFAULT-VALUE}",
      defaultValue = "purser-demo")
  private Path directory = Path.of("purser-demo");

  @Option(names = "--port", paramLabel = "PORT", description = "Of the pages. Default: 8480")
  private @Nullable Integer port;

  @Option(
      names = "--prices",
      paramLabel = "MONTH",
      description =
          "Fill the store at another month's prices, 2022-01 to 2022-08; of a running demo, too.")
  private @Nullable String prices;

  @Override
  public Integer call() throws Exception {
    requirePort();
    Optional<YearMonth> month = Optional.ofNullable(prices).map(DemoCommand::month);
    int wanted = port == null ? DEFAULT_PORT : port;
    if (!DemoDirectory.isThere(directory)) {
      requireFree(wanted);
    }
    DemoDirectory demo = DemoDirectory.prepare(directory, wanted);
    if (month.isPresent()) {
      demo.stockUp(month.get());
      if (isRunning(demo)) {
        spec.commandLine()
            .getOut()
            .println("The store has the prices of " + prices + "; the running demo uses them.");
        return 0;
      }
    }
    PurserConfiguration config = ConfigurationFile.read(demo.configuration());
    requireSamePort(config, demo);
    new PurserDaemon(budgets -> ready(demo, config, budgets))
        .run("server", demo.configuration().toString());
    return 0;
  }

  private void requirePort() {
    if (port != null && (port < 1 || port > MAX_PORT)) {
      throw new RefusedException("--port must be 1 to " + MAX_PORT + ", not " + port);
    }
  }

  /** Before a port is written down that this demo can never have. */
  private static void requireFree(int wanted) throws IOException {
    try {
      Localhost.requireFree(wanted);
    } catch (DoorException e) {
      throw new RefusedException(
          "port %d is in use or not yours to take (%s); choose another with --port"
              .formatted(wanted, e.getMessage()));
    }
  }

  private static boolean isRunning(DemoDirectory demo) throws IOException {
    try {
      return UnixHttpClient.of(demo.controlSocket()).get("/budgets").status() == 200;
    } catch (ControlException e) {
      return false;
    }
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedException("'" + text + "' is not a month: write it like 2022-08");
    }
  }

  private void requireSamePort(PurserConfiguration config, DemoDirectory demo) {
    int configured = config.owner().baseUrl().getPort();
    if (port != null && port != configured) {
      throw new RefusedException(
          "%s says port %d; edit it (it stands there twice), or choose another --dir"
              .formatted(demo.configuration(), configured));
    }
  }

  private void ready(DemoDirectory demo, PurserConfiguration config, BudgetBook budgets) {
    firstBudgets(budgets);
    print(demo, config);
  }

  /** A month without any amount gets some, so that there is something to spend. */
  private static void firstBudgets(BudgetBook budgets) {
    YearMonth month = budgets.currentMonth();
    if (budgets.positions(month).isEmpty()) {
      BudgetBook.Change change = new BudgetBook.Change("demo", "first budget of the demo");
      budgets.set(new CategoryId("household/pantry"), month, Money.parse("400.00 USD"), change);
      budgets.set(new CategoryId("household/treats"), month, Money.parse("30.00 USD"), change);
    }
  }

  private void print(DemoDirectory demo, PurserConfiguration config) {
    String curl =
        "curl --unix-socket %s -H 'Content-Type: application/json' http://purser/v1/"
            .formatted(demo.agentSocket());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.join(
            "\n",
            "",
            "Purser is ready. This is a dry run: every step but money.",
            wall(demo),
            "",
            "As the agent, fill the cart and propose an order:",
            "  " + curl + "add-to-cart -d '{\"item\": \"eggs\", \"quantity\": 2}'",
            "  " + curl + "propose-order -d '{\"reason\": \"eggs are nearly out\"}'",
            "As the owner, open the newest letter in %s and follow its link:"
                .formatted(demo.outbox()),
            "  grep -hoE '^http://[^ ]+/o/[^ ]{43}' %s/*.eml | tail -1".formatted(demo.outbox()),
            "  Your passphrase: " + demo.passphrase(),
            "Budgets: %s/finance, or".formatted(config.owner().baseUrl()),
            "  java -jar %s budget show --dir %s".formatted(jar(), demo.path()),
            "Stop with Ctrl-C and start again: nothing is lost. Everything is in " + demo.path(),
            ""));
    out.flush();
  }

  private static Path jar() {
    try {
      return Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      return Path.of("purser.jar");
    }
  }

  private static String wall(DemoDirectory demo) {
    String who = isRoot(demo) ? "root, and uid 0 is accepted as its agent" : "one ordinary user";
    return "There is NO WALL yet: agent, owner and daemon are "
        + who
        + ".\nA real set-up runs the daemon as a user of its own, and the agent's user reaches"
        + " nothing but the agent socket.";
  }

  private static boolean isRoot(DemoDirectory demo) {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(demo.path(), "unix:uid"));
    } catch (IOException e) {
      return false;
    }
  }
}
