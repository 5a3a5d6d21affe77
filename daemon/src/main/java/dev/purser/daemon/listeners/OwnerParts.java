package dev.purser.daemon.listeners;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.Duration;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** What we take of Dropwizard's server: the pool, the life cycle and the owner's application. */
final class OwnerParts extends AbstractServerFactory {
  private static final int DEFAULT_MAX_THREADS = 128;

  OwnerParts() {
    setMaxThreads(DEFAULT_MAX_THREADS);
    setAllowedMethods(Set.of("GET", "HEAD", "POST"));
    // It would name each thread, and with it each line in the log, after the owner's secret link.
    setEnableThreadNameFilter(false);
    // They answer in JSON and with exceptions' texts; the pages have mappers of their own.
    setRegisterDefaultExceptionMappers(false);
  }

  void limit(@Nullable Integer maxThreads, @Nullable Duration shutdownGracePeriod) {
    if (maxThreads != null) {
      if (maxThreads < getMinThreads()) {
        throw new IllegalArgumentException(
            "'maxThreads' must be at least " + getMinThreads() + ".");
      }
      setMaxThreads(maxThreads);
    }
    if (shutdownGracePeriod != null) {
      setShutdownGracePeriod(shutdownGracePeriod);
    }
  }

  /**
   * Not {@code buildServer}: its listener, which can change the user of the process, starts the
   * connectors before there is an application behind them.
   */
  Server server(Environment environment) {
    printBanner(environment.getName());
    Server server = new Server(createThreadPool(environment.metrics()));
    environment.lifecycle().attach(server);
    server.setErrorHandler(new ProblemErrorHandler());
    server.setStopAtShutdown(true);
    server.setStopTimeout(getShutdownGracePeriod().toMilliseconds());
    return server;
  }

  Handler ownerApplication(Server server, Environment environment) {
    return createAppServlet(
        server,
        environment.jersey(),
        environment.getObjectMapper(),
        environment.getValidator(),
        environment.getApplicationContext(),
        environment.getJerseyServletContainer(),
        environment.metrics());
  }

  Handler graceful(Handler handler) {
    return addGracefulHandler(handler);
  }

  @Override
  public Server build(Environment environment) {
    throw new UnsupportedOperationException("These are parts.");
  }

  @Override
  public void configure(Environment environment) {
    throw new UnsupportedOperationException("These are parts.");
  }
}
