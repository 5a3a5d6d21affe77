package dev.purser.daemon.owner.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets in plain forms of at most {@link #MAX_BYTES} and no other bodies. */
@PreMatching
@Priority(350)
public final class FormGuard implements ContainerRequestFilter {
  /** A passphrase, a digest and a reason, all percent-encoded, need less. */
  public static final int MAX_BYTES = 16 * 1024;

  private final Pages pages;

  public FormGuard(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (Methods.isReading(request.getMethod())) {
      return;
    }
    if (!isForm(request.getMediaType())) {
      refuse(request, 415, "Only a form sent from one of these pages is taken.");
      return;
    }
    byte[] body = request.getEntityStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      refuse(request, 413, "That is more than any of these forms holds.");
      return;
    }
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  private void refuse(ContainerRequestContext request, int status, String text) {
    request.abortWith(pages.message(status, new Message("Not taken", text)).build());
  }

  private static boolean isForm(@Nullable MediaType type) {
    return type != null
        && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
        && !type.isWildcardType();
  }
}
