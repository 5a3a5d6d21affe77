package dev.purser.daemon.owner.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The start page, and the files that pages share. */
@Path("/")
public final class StartResource {
  private final Pages pages;
  private final byte[] style = bytes("style.css");
  private final byte[] script = bytes("passkey.js");
  private final byte[] icon = bytes("icon.svg");

  public StartResource(Pages pages) {
    this.pages = pages;
  }

  @GET
  public Response start() {
    return pages.page(200, "start.jte", "").build();
  }

  @GET
  @Path("style.css")
  @Produces("text/css; charset=utf-8")
  public byte[] style() {
    return style.clone();
  }

  @GET
  @Path("passkey.js")
  @Produces("text/javascript; charset=utf-8")
  public byte[] script() {
    return script.clone();
  }

  @GET
  @Path("icon.svg")
  @Produces("image/svg+xml")
  public byte[] icon() {
    return icon.clone();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = StartResource.class.getResourceAsStream("/pages/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
