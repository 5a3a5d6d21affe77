package dev.purser.daemon.control;

import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;

/** Checking the audit trail. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);

  private final AuditReader audit;

  public AuditResource(AuditReader audit) {
    this.audit = audit;
  }

  /** Recomputes the whole chain. */
  @GET
  @Path("/verify")
  public Map<String, Object> verify(@Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return audit
        .verify()
        .match(
            intact ->
                Map.<String, Object>of(
                    "result", "intact", "events", intact.length(), "head", intact.head()),
            broken ->
                Map.<String, Object>of(
                    "result", "broken", "event", broken.seq(), "finding", broken.finding()));
  }
}
