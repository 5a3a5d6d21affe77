package dev.purser.daemon.control;

import dev.purser.agentapi.ProblemCode;
import dev.purser.budgets.Attenuation;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.agents.AttenuationJson;
import dev.purser.daemon.agents.Enrolment;
import dev.purser.daemon.agents.Fingerprint;
import dev.purser.daemon.agents.Freeze;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.purchasing.AgentAccess;
import dev.purser.daemon.purchasing.Freezing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agents, and what the owner says of them. The owner's role only: agents act for the owner. */
@Path("/agents")
@Produces(MediaType.APPLICATION_JSON)
public final class AgentsResource {
  private static final Set<Role> MAY = Set.of(Role.OWNER);

  private final AgentAccess access;
  private final Freezing freezing;
  private final Clock clock;

  public AgentsResource(AgentAccess access, Freezing freezing, Clock clock) {
    this.access = access;
    this.freezing = freezing;
    this.clock = clock;
  }

  /**
   * An agent in the list.
   *
   * @param user the OS user; null for one elsewhere
   * @param bounds what the owner takes away: categories, vendors, cap, expires_at, and last_day on
   *     the owner's calendar
   */
  public record Row(
      String agent,
      String standing,
      @Nullable String user,
      @Nullable String certificate,
      Map<String, Object> bounds) {
    static Row of(AgentAccess.Known known, AgentAccess access, Instant now) {
      return new Row(
          known.name(),
          known.standing(now),
          known.user().orElse(null),
          known.enrolment().flatMap(Enrolment::certificate).map(Fingerprint::hex).orElse(null),
          known
              .enrolment()
              .map(Enrolment::attenuation)
              .map(attenuation -> shown(attenuation, access))
              .orElse(Map.of()));
    }

    /** Who is revoked or expired stays so. */
    Row frozenIf(boolean isFrozen) {
      return isFrozen && standing.equals("active")
          ? new Row(agent, "frozen", user, certificate, bounds)
          : this;
    }

    private static Map<String, Object> shown(Attenuation attenuation, AgentAccess access) {
      Map<String, Object> fields = new LinkedHashMap<>(AttenuationJson.fields(attenuation));
      attenuation
          .expiresAt()
          .ifPresent(end -> fields.put("last_day", access.lastDayBefore(end).toString()));
      return fields;
    }
  }

  /**
   * What an agent may less than the policy would let it; what is left out is as in the policy.
   *
   * @param certificate in PEM, for an agent elsewhere
   * @param cap such as {@code 30.00 USD}
   * @param expires the last day, such as {@code 2027-01-31}, on the owner's calendar
   */
  public record Bounds(
      @Nullable String certificate,
      @Nullable List<String> categories,
      @Nullable List<String> vendors,
      @Nullable String cap,
      @Nullable String expires) {}

  @GET
  public List<Row> list(@Context ContainerRequestContext request) {
    Allowed.to(MAY, request);
    Instant now = clock.instant();
    List<Freeze> frozen = freezing.all();
    return access.list().stream()
        .map(known -> Row.of(known, access, now).frozenIf(isFrozen(known.name(), frozen)))
        .toList();
  }

  private static boolean isFrozen(String name, List<Freeze> frozen) {
    return frozen.stream().anyMatch(freeze -> freeze.agent().map(name::equals).orElse(true));
  }

  @POST
  @Path("/{agent}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Row add(
      @PathParam("agent") String name, Bounds bounds, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY, request);
    try {
      access.add(
          name,
          attenuation(bounds),
          Optional.ofNullable(bounds.certificate())
              .map(Fingerprint::certificate)
              .map(Fingerprint::of),
          "user:" + operator.user());
    } catch (IllegalArgumentException e) {
      throw ProblemCode.INVALID_FIELD.because(String.valueOf(e.getMessage()));
    }
    return row(name);
  }

  @POST
  @Path("/{agent}/revoke")
  public Map<String, Object> revoke(
      @PathParam("agent") String name, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY, request);
    try {
      return Map.of("agent", name, "declined", access.revoke(name, "user:" + operator.user()));
    } catch (IllegalArgumentException e) {
      throw ProblemCode.INVALID_FIELD.because(String.valueOf(e.getMessage()));
    }
  }

  /** Stops one, or {@code *}: all. There is no way here to thaw: that takes the owner's proof. */
  @POST
  @Path("/{agent}/freeze")
  public Map<String, Object> freeze(
      @PathParam("agent") String word, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY, request);
    Optional<String> agent = Optional.of(word).filter(name -> !name.equals(Freeze.ALL));
    try {
      return Map.of("agent", word, "declined", freezing.freeze(agent, "user:" + operator.user()));
    } catch (IllegalArgumentException e) {
      throw ProblemCode.INVALID_FIELD.because(String.valueOf(e.getMessage()));
    }
  }

  private Row row(String name) {
    return access.list().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(known -> Row.of(known, access, clock.instant()))
        .orElseThrow();
  }

  private Attenuation attenuation(Bounds bounds) {
    return new Attenuation(
        each(bounds.categories(), CategoryId::new),
        each(bounds.vendors(), VendorId::new),
        Optional.ofNullable(bounds.cap()).map(Money::parse),
        Optional.ofNullable(bounds.expires()).map(AgentsResource::day).map(access::endOf));
  }

  private static <T> Optional<Set<T>> each(
      @Nullable List<String> texts, Function<String, T> meaning) {
    return texts == null || texts.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.stream().map(meaning).collect(Collectors.toUnmodifiableSet()));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is not a day: write it like 2027-01-31.".formatted(text), e);
    }
  }
}
