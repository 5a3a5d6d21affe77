package dev.purser.daemon.control;

import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.inspection.BooksInspection;
import dev.purser.daemon.inspection.Discrepancy;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checking the audit trail, and the books against it. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);

  private final AuditReader audit;
  private final BooksInspection inspection;

  public AuditResource(AuditReader audit, BooksInspection inspection) {
    this.audit = audit;
    this.inspection = inspection;
  }

  /**
   * Recomputes the whole chain, and when it holds, looks whether orders and budgets still agree.
   */
  @GET
  @Path("/verify")
  public Map<String, Object> verify(@Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return audit.verify().match(this::inspected, AuditResource::broken);
  }

  private Map<String, Object> inspected(AuditReport.Intact intact) {
    List<Discrepancy> findings = inspection.inspect();
    return Map.of(
        "result",
        findings.isEmpty() ? "intact" : "disagrees",
        "events",
        intact.length(),
        "head",
        intact.head(),
        "findings",
        findings);
  }

  private static Map<String, Object> broken(AuditReport.Broken broken) {
    return Map.of("result", "broken", "event", broken.seq(), "finding", broken.finding());
  }
}
