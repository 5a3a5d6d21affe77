package dev.purser.daemon.owner.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages for what went wrong. What an exception says stays in the log. */
public final class PageErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  private final Pages pages;

  public PageErrors(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException refusal) {
      return ofStatus(refusal);
    }
    return failure(thrown);
  }

  private Response ofStatus(WebApplicationException refusal) {
    Response response = refusal.getResponse();
    return switch (response.getStatusInfo().getFamily()) {
      case SUCCESSFUL, REDIRECTION -> response;
      case CLIENT_ERROR -> refused(response);
      default -> failure(refusal);
    };
  }

  private Response refused(Response response) {
    return switch (response.getStatus()) {
      case 404 -> pages.nothingHere();
      case 405 ->
          say(405, "That cannot be done here", "Open the page and use the buttons on it.")
              .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
              .build();
      default ->
          say(response.getStatus(), "Not understood", "Open the page again and use its buttons.")
              .build();
    };
  }

  // Without the request's address: an order's is a secret.
  private Response failure(Throwable thrown) {
    if (!isOfTheClient(thrown)) {
      LOG.error("A page failed", thrown);
    }
    return say(
            500,
            "Something went wrong here",
            "It is in Purser's log. Open the order again to see where it stands: an order is never"
                + " bought twice, and never without your yes.")
        .build();
  }

  /** Gone before its answer, or too slow: no failure of ours, and anybody could fill the disk. */
  private static boolean isOfTheClient(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof EOFException || each instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private Response.ResponseBuilder say(int status, String heading, String text) {
    return pages.message(status, new Message(heading, text));
  }
}
