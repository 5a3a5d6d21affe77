package dev.purser.daemon.owner.home;

import dev.purser.budgets.Attenuation;
import dev.purser.daemon.agents.Enrolment;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderHistory;
import dev.purser.daemon.orders.OrderSearch;
import dev.purser.daemon.owner.session.Session;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.SignedIn;
import dev.purser.daemon.purchasing.AgentAccess;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The owner's agents: how each stands, and an end to it in one tap. */
@Path("/owner/agents")
@SignedIn
@OwnOriginOnly
public final class AgentsPageResource {
  private static final int MAX_WAITING = 1000;

  private final AgentAccess access;
  private final OrderHistory history;
  private final Pages pages;
  private final Clock clock;

  public AgentsPageResource(AgentAccess access, OrderHistory history, Pages pages, Clock clock) {
    this.access = access;
    this.history = history;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  public Response list() {
    Instant now = clock.instant();
    Map<String, Long> waiting =
        history.find(OrderSearch.waiting(), Optional.empty(), MAX_WAITING).orders().stream()
            .filter(order -> order.isPendingAt(now))
            .map(Order::asked)
            .collect(Collectors.groupingBy(Order.Asked::agent, Collectors.counting()));
    List<AgentsPage.Row> rows =
        access.list().stream()
            .map(agent -> row(agent, waiting.getOrDefault(agent.name(), 0L).intValue(), now))
            .toList();
    return pages.withReferrer(200, "owner_agents.jte", new AgentsPage(rows)).build();
  }

  @POST
  @Path("{agent}/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(
      @PathParam("agent") String name, @Context ContainerRequestContext request) {
    if (access.list().stream().noneMatch(agent -> agent.name().equals(name))) {
      return pages.nothingHere();
    }
    access.revoke(name, "user:" + Session.of(request).person());
    return Pages.seeOther("/owner/agents");
  }

  private AgentsPage.Row row(AgentAccess.Known agent, int waiting, Instant now) {
    return new AgentsPage.Row(
        agent.name(),
        agent.standing(now),
        agent.user(),
        agent.enrolment().map(Enrolment::attenuation).map(this::bounds).orElse(List.of()),
        waiting);
  }

  private List<String> bounds(Attenuation attenuation) {
    List<String> bounds = new ArrayList<>();
    attenuation.cap().ifPresent(cap -> bounds.add("at most " + cap + " an order"));
    attenuation.categories().ifPresent(all -> bounds.add("only from " + joined(all)));
    attenuation.vendors().ifPresent(all -> bounds.add("only at " + joined(all)));
    attenuation
        .expiresAt()
        .ifPresent(end -> bounds.add("until the end of " + access.lastDayBefore(end)));
    return bounds;
  }

  private static String joined(Collection<?> all) {
    return all.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
