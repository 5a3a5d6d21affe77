package dev.purser.daemon.listeners;

import io.dropwizard.jersey.DropwizardResourceConfig;
import io.dropwizard.jersey.setup.JerseyContainerHolder;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.jersey.setup.JerseyServletContainer;
import io.dropwizard.jetty.MutableServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.glassfish.jersey.CommonProperties;

/**
 * The servlet application behind one socket: a Jersey of its own that has what was registered, and
 * nothing that the class path happens to offer.
 */
final class SocketApplication {
  private final String name;
  private final JerseyServletContainer container;
  private final JerseyEnvironment jersey;
  private boolean isOpen;

  SocketApplication(String name) {
    this.name = name;
    DropwizardResourceConfig config = new DropwizardResourceConfig();
    config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    this.container = new JerseyServletContainer(config);
    this.jersey = new JerseyEnvironment(new JerseyContainerHolder(container), config);
  }

  JerseyEnvironment open() {
    if (isOpen) {
      throw new IllegalStateException("The " + name + " door is open already.");
    }
    isOpen = true;
    return jersey;
  }

  /** A door that nobody opened has no filter that asks who is there, so it must not be built. */
  JerseyEnvironment requireOpen() {
    if (!isOpen) {
      throw new IllegalStateException("The " + name + " door was never opened.");
    }
    return jersey;
  }

  Handler handler() {
    MutableServletContextHandler context = new MutableServletContextHandler();
    context.setContextPath("/");
    context.setErrorHandler(new ProblemErrorHandler());
    context.addServlet(new ServletHolder(name, container), "/*");
    return context;
  }
}
