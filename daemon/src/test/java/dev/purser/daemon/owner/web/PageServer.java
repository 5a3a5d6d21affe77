package dev.purser.daemon.owner.web;

import dev.purser.daemon.notices.words.Templates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The pages on a real port, as an application would register them. */
public final class PageServer {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Server server = new Server();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  /** Starts on a free port of this machine, on a rail that moves no money. */
  public PageServer(Function<Site, List<Object>> resources) throws Exception {
    this(true, resources);
  }

  public PageServer(boolean dryRun, Function<Site, List<Object>> resources) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("localhost");
    connector.open();
    port = connector.getLocalPort();
    server.addConnector(connector);
    Site site =
        new Site(new SiteAddress(URI.create(address())), new Pages(new Templates(), dryRun));
    ResourceConfig config = new ResourceConfig();
    config.property("jersey.config.server.wadl.disableWadl", true);
    site.components().forEach(config::register);
    resources.apply(site).forEach(config::register);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ServletContainer(config)), "/*");
    server.setHandler(context);
    server.start();
  }

  public int port() {
    return port;
  }

  public String address() {
    return "http://localhost:" + port;
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> head(String path) throws Exception {
    return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  /** Posts a form as a browser does from our own page. */
  public HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    return send(
        request(path, headers)
            .header("Content-Type", FORM)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address() + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public void stop() throws Exception {
    server.stop();
  }
}
