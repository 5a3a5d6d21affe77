package dev.purser.daemon.control;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.passkeys.Passkey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner's passkeys, and codes that let one in. The owner's role only. */
@Path("/owner")
@Produces(MediaType.APPLICATION_JSON)
public final class PasskeysResource {
  private static final Set<Role> MAY = Set.of(Role.OWNER);

  private final Enrolling enrolling;
  private final URI baseUrl;

  /**
   * Passkeys.
   *
   * @param baseUrl where the owner's browser reaches this daemon
   */
  public PasskeysResource(Enrolling enrolling, URI baseUrl) {
    this.enrolling = enrolling;
    this.baseUrl = baseUrl;
  }

  /** A passkey in the list. */
  public record Row(
      String passkey, String person, String label, String addedAt, @Nullable String revokedAt) {
    static Row of(Passkey passkey) {
      return new Row(
          passkey.id(),
          passkey.person(),
          passkey.label(),
          passkey.addedAt().toString(),
          passkey.revokedAt().map(Instant::toString).orElse(null));
    }
  }

  /** A code; it is told this once. */
  public record Code(String code, String page, String expiresAt) {
    /** Never the code. */
    @Override
    public String toString() {
      return "Code[hidden]";
    }
  }

  @POST
  @Path("/codes")
  public Code issueCode(@Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY, request);
    Enrolling.Issued issued = enrolling.issueCode(operator.user());
    return new Code(
        issued.code().reveal(),
        baseUrl.resolve("/owner/enrol").toString(),
        issued.expiresAt().toString());
  }

  @GET
  @Path("/passkeys")
  public List<Row> list(@Context ContainerRequestContext request) {
    Allowed.to(MAY, request);
    return enrolling.all().stream().map(Row::of).toList();
  }

  @POST
  @Path("/passkeys/{passkey}/revoke")
  public Map<String, Object> revoke(
      @PathParam("passkey") String id, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY, request);
    if (!enrolling.revoke(id, "user:" + operator.user())) {
      throw ProblemCode.INVALID_FIELD.because("There is no passkey with this number to revoke.");
    }
    return Map.of("passkey", id, "result", "revoked");
  }
}
