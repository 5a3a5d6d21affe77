package dev.purser.daemon;

import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.database.DatabaseUnavailableException;
import dev.purser.daemon.listeners.DoorException;
import dev.purser.daemon.policy.InvalidPolicyException;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import net.sourceforge.argparse4j.inf.Namespace;

/** Starts the server; what keeps it from starting is one sentence, not a stack. */
final class StartCommand extends ServerCommand<PurserConfiguration> {
  StartCommand(Application<PurserConfiguration> application) {
    super(application);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    cli.getStdErr().println("purser: not started: " + sentence(thrown));
    cli.getStdErr().flush();
  }

  private static String sentence(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (isForPeople(cause)) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof BindException) {
        return thrown.getMessage() + "; is another daemon running? Choose another port.";
      }
      if (cause instanceof FileNotFoundException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof NoSuchFileException) {
        return "there is no " + cause.getMessage();
      }
    }
    return thrown.toString();
  }

  private static boolean isForPeople(Throwable cause) {
    return cause instanceof InvalidPolicyException
        || cause instanceof DoorException
        || cause instanceof DatabaseUnavailableException
        || cause instanceof ConfigurationException
        || cause instanceof IllegalArgumentException;
  }
}
