package dev.purser.daemon.owner;

import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.owner.web.SecurityHeaders;
import dev.purser.daemon.passkeys.Attestation;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.passkeys.EnrolmentCode;
import dev.purser.daemon.passkeys.Passkey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a passkey is made. Nothing comes of it without a code from the privileged side. */
@Path("/owner/enrol")
@OwnOriginOnly
public final class EnrolResource {
  private static final String NO_CODE =
      "No passkey was added: that code is not one, was used, or is too old; or the passkey did not"
          + " ask who you are.";

  private final Enrolling enrolling;
  private final Pages pages;

  public EnrolResource(Enrolling enrolling, Pages pages) {
    this.enrolling = enrolling;
    this.pages = pages;
  }

  @GET
  public Response form() {
    return form(200, Optional.empty());
  }

  /** For the page's script. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(@FormParam("code") @Nullable String code) {
    return code(code)
        .flatMap(enrolling::invite)
        .map(RequestJson::answer)
        .orElseGet(() -> form(403, Optional.of(NO_CODE)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enrol(MultivaluedMap<String, String> form) {
    String label = form.getFirst("label");
    if (label == null || !Passkey.isLabel(label.strip())) {
      return form(400, Optional.of("Give the passkey a name of at most 64 letters and signs."));
    }
    return code(form.getFirst("code"))
        .flatMap(
            code -> attestation(form).flatMap(made -> enrolling.enrol(code, label.strip(), made)))
        .map(this::added)
        .orElseGet(() -> form(403, Optional.of(NO_CODE)));
  }

  private Response added(Passkey passkey) {
    Message message =
        new Message(
            "Passkey added",
            "It confirms %s's orders from now on. Its number is %s; 'purser owner passkeys' lists all."
                .formatted(passkey.person(), passkey.id()));
    return pages.message(200, message).build();
  }

  /** With its referrer, so that browsers say in Origin where the form comes from. */
  private Response form(int status, Optional<String> alert) {
    return pages
        .page(status, "enrol.jte", new EnrolPage(alert))
        .header(SecurityHeaders.REFERRER_POLICY, "same-origin")
        .build();
  }

  private static Optional<EnrolmentCode> code(@Nullable String typed) {
    return Optional.ofNullable(typed).flatMap(EnrolmentCode::parse);
  }

  private static Optional<Attestation> attestation(MultivaluedMap<String, String> form) {
    String clientData = form.getFirst("clientData");
    String attestationObject = form.getFirst("attestationObject");
    try {
      return clientData == null || attestationObject == null
          ? Optional.empty()
          : Optional.of(new Attestation(clientData, attestationObject));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
