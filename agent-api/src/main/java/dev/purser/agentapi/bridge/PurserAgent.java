package dev.purser.agentapi.bridge;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code purser-agent} command. */
@Command(
    name = "purser-agent",
    description = "Fills a cart and proposes an order; the owner decides.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "Purser 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the cart is as asked, or the order goes its way",
      "2:wrong arguments",
      "3:a normal answer that is a no: choose, not_found, denied, or an order that ended unpaid",
      "4:the daemon could not take the request",
      "5:the daemon is not reachable",
      "6:a sandbox keeps this process from the socket"
    },
    subcommands = {AddToCartCommand.class, ProposeOrderCommand.class, McpCommand.class})
public final class PurserAgent {
  private PurserAgent() {}

  public static void main(String[] arguments) {
    System.exit(command().execute(arguments));
  }

  static CommandLine command() {
    return new CommandLine(new PurserAgent());
  }
}
