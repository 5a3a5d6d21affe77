package dev.purser.daemon.control;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The evidence of a yes, to be taken away. */
@Path("/mandates")
@Produces(MediaType.APPLICATION_JSON)
public final class MandatesResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);

  private final Mandates mandates;

  public MandatesResource(Mandates mandates) {
    this.mandates = mandates;
  }

  @GET
  @Path("/{order}")
  public Map<String, Object> export(
      @PathParam("order") String id, @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return mandates
        .find(uuid(id))
        .map(MandateFile::fields)
        .orElseThrow(
            () -> ProblemCode.ORDER_NOT_FOUND.because("There is no mandate for this order."));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemCode.ORDER_NOT_FOUND.because("There is no such order.");
    }
  }
}
