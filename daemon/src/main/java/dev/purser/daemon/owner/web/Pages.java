package dev.purser.daemon.owner.web;

import dev.purser.daemon.notices.words.Templates;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Makes answers out of templates. Everything is rendered before the first byte is sent. */
public final class Pages {
  private final Templates templates;
  private final boolean dryRun;

  /**
   * Pages of one daemon.
   *
   * @param dryRun whether the rail moves no money; every page says so
   */
  public Pages(Templates templates, boolean dryRun) {
    this.templates = templates;
    this.dryRun = dryRun;
  }

  /** A page from a template under {@code jte/html}. */
  public Response.ResponseBuilder page(int status, String template, Object model) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(templates.page(template, model, dryRun));
  }

  /**
   * The same for a page whose address is no secret: with its referrer, so that browsers say in
   * Origin where its forms come from.
   */
  public Response.ResponseBuilder withReferrer(int status, String template, Object model) {
    return page(status, template, model).header(SecurityHeaders.REFERRER_POLICY, "same-origin");
  }

  public Response.ResponseBuilder message(int status, Message message) {
    return page(status, "message.jte", message);
  }

  /** The same for a link that is cut, malformed, forgotten or somebody's guess. */
  public Response nothingHere() {
    return message(
            404,
            new Message(
                "Nothing here",
                "No page and no order is at this address. If you followed a link from a mail, it"
                    + " may have been cut in two: open it from the mail again.",
                Optional.of(new Message.Way("/", "To the start page"))))
        .build();
  }

  /** To a path of ours, to be fetched by GET. */
  public static Response seeOther(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
