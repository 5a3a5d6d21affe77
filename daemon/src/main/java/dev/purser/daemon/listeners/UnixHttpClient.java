package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.Transport;

/** The command line's way to the running daemon. */
public final class UnixHttpClient implements AutoCloseable {
  private static final String ORIGIN = "http://localhost";
  private static final int MAX_REPLY_BYTES = 64 * 1024 * 1024;
  private static final int TIMEOUT_SECONDS = 60;

  private final Path socket;
  private final HttpClient http;

  private UnixHttpClient(Path socket, HttpClient http) {
    this.socket = socket;
    this.http = http;
  }

  /** A client for one socket; nothing is connected before the first request. */
  public static UnixHttpClient of(Path socket) throws IOException {
    HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(1));
    http.setFollowRedirects(false);
    try {
      http.start();
    } catch (Exception e) {
      throw new IOException("The HTTP client does not start", e);
    }
    return new UnixHttpClient(socket.toAbsolutePath(), http);
  }

  /**
   * Asks.
   *
   * @param path with the query, such as {@code /budgets?month=2026-12}
   * @throws ControlException when the daemon cannot be reached or does not let this user in
   */
  public UnixReply get(String path) throws IOException {
    return send(http.newRequest(ORIGIN + path).method("GET"));
  }

  /**
   * Tells.
   *
   * @throws ControlException as {@link #get}
   */
  public UnixReply post(String path, String json) throws IOException {
    return send(
        http.newRequest(ORIGIN + path)
            .method("POST")
            .body(new StringRequestContent("application/json", json, StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    try {
      http.stop();
    } catch (Exception e) {
      throw new IOException("The HTTP client does not stop", e);
    }
  }

  private UnixReply send(Request request) throws IOException {
    ContentResponse response = answer(request.transport(new Transport.TCPUnix(socket)));
    if (response.getStatus() == 403) {
      throw new ControlException(
          "The daemon does not let this user do that. Roles are in policy.yml, under the names of"
              + " OS users.");
    }
    return new UnixReply(
        response.getStatus(), new String(response.getContent(), StandardCharsets.UTF_8));
  }

  private ContentResponse answer(Request request) throws IOException {
    try {
      return new CompletableResponseListener(
              request.timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS), MAX_REPLY_BYTES)
          .send()
          .get();
    } catch (ExecutionException e) {
      throw diagnosis(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ControlException("Interrupted; the daemon may have done it all the same.", e);
    }
  }

  private ControlException diagnosis(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new ControlException(
          "The daemon has not answered within " + TIMEOUT_SECONDS + " s; it may still do so.",
          cause);
    }
    try {
      Files.readAttributes(socket, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return notRunning("There is no " + socket, cause);
    } catch (AccessDeniedException e) {
      return notPermitted(cause);
    } catch (IOException e) {
      return new ControlException(socket + " cannot be looked at.", e);
    }
    return Files.isWritable(socket)
        ? notRunning("Nobody answers on " + socket, cause)
        : notPermitted(cause);
  }

  private static ControlException notRunning(String fact, Throwable cause) {
    return new ControlException(
        fact + ": is the daemon running? Start it with 'purser server purser.yml'.", cause);
  }

  private ControlException notPermitted(Throwable cause) {
    return new ControlException(
        "This user may not open " + socket + ": join the group of its directory, or use sudo -u.",
        cause);
  }
}
