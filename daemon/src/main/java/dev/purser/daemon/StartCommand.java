package dev.purser.daemon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.purser.daemon.config.ConfigurationMistake;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.database.DatabaseUnavailableException;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.files.FileTrouble;
import dev.purser.daemon.listeners.DoorException;
import dev.purser.daemon.policy.InvalidPolicyException;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.wall.BreachedWallException;
import dev.purser.daemon.wall.Footprint;
import dev.purser.daemon.wall.Wall;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import org.slf4j.LoggerFactory;

/** Starts the server; what keeps it from starting is one sentence, not a stack. */
final class StartCommand extends ServerCommand<PurserConfiguration> {
  StartCommand(Application<PurserConfiguration> application) {
    super(application);
  }

  /** Before anything is opened, made or listened on. */
  @Override
  protected void run(
      Bootstrap<PurserConfiguration> bootstrap, Namespace namespace, PurserConfiguration config)
      throws Exception {
    Path file = Path.of(namespace.getString("file"));
    if (config.isDemo()) {
      Wall.requireOwnDemo(file, FileOwner.ownUid());
    } else {
      requireWall(file, config);
    }
    // It writes a stack of what the sentence at the end says.
    ((Logger) LoggerFactory.getLogger(ServerCommand.class)).setLevel(Level.OFF);
    super.run(bootstrap, namespace, config);
  }

  private static void requireWall(Path file, PurserConfiguration config) throws IOException {
    int own = FileOwner.ownUid();
    Policy policy = PolicyFile.read(config.policy());
    if (!policy.owner().hasAddress() && !config.payments().movesNoMoney()) {
      throw new InvalidPolicyException(
          config.policy() + ": shipTo: is not said yet, and orders are paid with real money");
    }
    Wall.requireOwnUser(own, policy);
    Wall.requireGuarded(Footprint.of(file, config, policy), own);
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    cli.getStdErr().println("purser: not started: " + sentence(namespace, thrown));
    cli.getStdErr().flush();
  }

  private static String sentence(Namespace namespace, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException mistake) {
        return ConfigurationMistake.sentence(Path.of(namespace.getString("file")), mistake);
      }
      if (isForPeople(cause)) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof BindException) {
        return thrown.getMessage() + "; is another daemon running? Choose another port.";
      }
      if (cause instanceof FileSystemException trouble) {
        return FileTrouble.sentence(trouble);
      }
      if (cause instanceof FileNotFoundException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return thrown.toString();
  }

  private static boolean isForPeople(Throwable cause) {
    return cause instanceof InvalidPolicyException
        || cause instanceof BreachedWallException
        || cause instanceof DoorException
        || cause instanceof DatabaseUnavailableException
        || cause instanceof IllegalArgumentException;
  }
}
