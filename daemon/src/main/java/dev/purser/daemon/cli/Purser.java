package dev.purser.daemon.cli;

import ch.qos.logback.classic.Level;
import dev.purser.agentapi.Release;
import dev.purser.daemon.database.DatabaseUnavailableException;
import dev.purser.daemon.files.FileTrouble;
import dev.purser.daemon.ledger.BudgetRefusedException;
import dev.purser.daemon.listeners.ControlException;
import dev.purser.daemon.policy.InvalidPolicyException;
import dev.purser.daemon.wall.BreachedWallException;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code purser} command. */
@Command(
    name = "purser",
    description = "Lets software agents shop without giving them your card.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = Release.NAME_AND_VERSION,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServerCommand.class,
      SetupCommand.class,
      DoctorCommand.class,
      BudgetCommand.class,
      OrderCommand.class,
      AgentCommand.class,
      OwnerCommand.class,
      MandateCommand.class,
      AuditCommand.class,
      VendorCommand.class
    })
public final class Purser {
  /** What went wrong is the user's to mend: a wrong argument or file, no daemon, no permission. */
  static final int EXIT_REFUSED = 1;

  private Purser() {}

  public static void main(String[] arguments) {
    // Until purser.yml says how to log, only what is wrong is worth a line.
    BootstrapLogging.bootstrap(Level.ERROR);
    int exit = command().execute(arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static CommandLine command() {
    return new CommandLine(new Purser())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> {
              commandLine.getErr().println("purser: " + sentence(exception));
              return EXIT_REFUSED;
            });
  }

  private static String sentence(Exception exception) {
    boolean forPeople =
        exception instanceof ControlException
            || exception instanceof InvalidPolicyException
            || exception instanceof RefusedException
            || exception instanceof BreachedWallException
            || exception instanceof DatabaseUnavailableException
            || exception instanceof BudgetRefusedException
            || exception instanceof IllegalArgumentException;
    if (exception instanceof IOException trouble) {
      return FileTrouble.sentence(trouble);
    }
    return forPeople ? String.valueOf(exception.getMessage()) : exception.toString();
  }
}
