package dev.purser.daemon.control;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.purchasing.StandingDesk;
import dev.purser.daemon.standing.StandingMandate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Yeses in advance: to be looked at and ended here, and never to be given. */
@Path("/mandates/standing")
@Produces(MediaType.APPLICATION_JSON)
public final class StandingMandatesResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);
  private static final Set<Role> MAY_REVOKE = Set.of(Role.OWNER);

  private final StandingDesk desk;

  public StandingMandatesResource(StandingDesk desk) {
    this.desk = desk;
  }

  /** A mandate in the list; sums with their currency. */
  public record Row(
      String mandate,
      String standing,
      @Nullable String why,
      String agent,
      int uses,
      int usesAtMost,
      String used,
      String usedAtMost,
      String until) {
    static Row of(StandingDesk.Sheet sheet) {
      StandingMandate mandate = sheet.mandate();
      return new Row(
          mandate.id().toString(),
          sheet.standing(),
          mandate.why().orElse(null),
          mandate.terms().agent(),
          sheet.tally().uses(),
          mandate.terms().limits().uses(),
          sheet.tally().total().toString(),
          mandate.terms().limits().inAll().toString(),
          mandate.terms().term().until().toString());
    }
  }

  @GET
  public List<Row> list(@Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return desk.list().stream().map(Row::of).toList();
  }

  @POST
  @Path("/{mandate}/revoke")
  public Map<String, Object> revoke(
      @PathParam("mandate") String id, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY_REVOKE, request);
    if (!desk.revoke(uuid(id), "user:" + operator.user())) {
      throw nothingToRevoke();
    }
    return Map.of("mandate", id, "result", "revoked");
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw nothingToRevoke();
    }
  }

  private static RuntimeException nothingToRevoke() {
    return ProblemCode.INVALID_FIELD.because(
        "There is no standing mandate with this id to revoke.");
  }
}
