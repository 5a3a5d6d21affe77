package dev.purser.daemon.control;

import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import dev.purser.daemon.ap2.Ap2Export;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.seals.SealingKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The evidence of a yes, to be taken away, and the key to check it with. */
@Path("/mandates")
@Produces(MediaType.APPLICATION_JSON)
public final class MandatesResource {
  private static final Set<Role> MAY_READ = Set.of(Role.OWNER, Role.FINANCE);

  private final Mandates mandates;
  private final Orders orders;
  private final SealingKey key;

  public MandatesResource(Mandates mandates, Orders orders, SealingKey key) {
    this.mandates = mandates;
    this.orders = orders;
    this.key = key;
  }

  @GET
  @Path("/key")
  public Map<String, Object> key(@Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return key.publicKey().fields();
  }

  @GET
  @Path("/{order}")
  public Map<String, Object> export(
      @PathParam("order") String id, @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return mandates
        .file(uuid(id))
        .map(MandateFile::json)
        .orElseThrow(() -> none("There is no mandate for this order."));
  }

  @GET
  @Path("/{order}/ap2")
  public Map<String, Object> exportAsAp2(
      @PathParam("order") String id, @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ, request);
    return order(uuid(id))
        .flatMap(mandates::receipt)
        .map(receipt -> Ap2Export.of(receipt, key).json())
        .orElseThrow(() -> none("There is no mandate for this order that holds."));
  }

  private Optional<Order> order(UUID id) {
    try {
      return orders.find(id);
    } catch (AlteredOrderException e) {
      return Optional.empty();
    }
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw none("There is no such order.");
    }
  }

  private static ProblemException none(String detail) {
    return ProblemCode.ORDER_NOT_FOUND.because(detail);
  }
}
