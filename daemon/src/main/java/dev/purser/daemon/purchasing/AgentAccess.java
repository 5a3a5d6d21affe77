package dev.purser.daemon.purchasing;

import dev.purser.budgets.Attenuation;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.agents.AgentRegister;
import dev.purser.daemon.agents.Enrolment;
import dev.purser.daemon.agents.Fingerprint;
import dev.purser.daemon.agents.OpenAgents;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The owner's word on agents: narrowing one, giving one elsewhere its certificate, putting an end
 * to one. What the policy does not allow cannot be said here.
 */
public final class AgentAccess {
  private final Policy policy;
  private final Books books;
  private final AgentRegister register;

  public AgentAccess(Policy policy, Books books, AgentRegister register) {
    this.policy = policy;
    this.books = books;
    this.register = register;
  }

  /**
   * An agent that the policy names.
   *
   * @param user the OS user that it is; empty for one elsewhere
   * @param enrolment what the owner added, if anything
   */
  public record Known(String name, Optional<String> user, Optional<Enrolment> enrolment) {
    /** {@code active}, {@code no-certificate}, {@code expired} or {@code revoked}. */
    public String standing(Instant now) {
      if (enrolment.isEmpty()) {
        return user.isPresent() ? "active" : "no-certificate";
      }
      if (enrolment.get().revokedAt().isPresent()) {
        return "revoked";
      }
      return enrolment.get().isActiveAt(now) ? "active" : "expired";
    }
  }

  /** Every agent of the policy, in its order. */
  public List<Known> list() {
    List<Enrolment> enrolments = register.all();
    return policy.agents().stream()
        .map(
            rule ->
                new Known(
                    rule.name(),
                    rule.user(),
                    enrolments.stream()
                        .filter(each -> each.name().equals(rule.name()))
                        .findFirst()))
        .toList();
  }

  /** The last whole day before, on the owner's calendar. */
  public LocalDate lastDayBefore(Instant end) {
    return LocalDate.ofInstant(end.minusNanos(1), policy.owner().zone());
  }

  /** The end of a day on the owner's calendar. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(policy.owner().zone()).toInstant();
  }

  /**
   * Adds an agent, or says anew what it may.
   *
   * @param actor the operator, for the audit trail
   * @throws IllegalArgumentException for people, when the policy does not name the agent, or the
   *     bounds or the certificate do not fit
   */
  public Enrolment add(
      String name, Attenuation attenuation, Optional<Fingerprint> certificate, String actor) {
    AgentRule rule = rule(name);
    requireCertificateIfRemote(rule, certificate.isPresent());
    requireWithinPolicy(rule, attenuation);
    return books.change(
        open -> {
          certificate.ifPresent(pinned -> requireFree(open, name, pinned));
          requireFuture(attenuation, open.now());
          Enrolment enrolment =
              new Enrolment(
                  name,
                  attenuation,
                  certificate,
                  new Enrolment.Added(actor, open.now()),
                  Optional.empty());
          new OpenAgents(open).add(enrolment);
          return enrolment;
        });
  }

  /**
   * Puts an end to an agent at once: nothing is heard of it any more, what it asked of the owner is
   * declined and the budget it held is free. What the owner has confirmed goes on.
   *
   * @return how many orders were declined
   * @throws IllegalArgumentException for people, when the policy does not name the agent
   */
  public int revoke(String name, String actor) {
    AgentRule rule = rule(name);
    return books.change(
        open -> {
          OpenAgents agents = new OpenAgents(open);
          if (agents.find(name).isEmpty()) {
            // One of this machine about whom nothing was said so far.
            agents.add(untouched(rule, actor, open.now()));
          }
          agents.revoke(name, actor);
          return Endings.endAllOf(open, name, actor, "was revoked");
        });
  }

  private static Enrolment untouched(AgentRule rule, String actor, Instant now) {
    return new Enrolment(
        rule.name(),
        Attenuation.NONE,
        Optional.empty(),
        new Enrolment.Added(actor, now),
        Optional.empty());
  }

  private AgentRule rule(String name) {
    return policy
        .agent(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The policy names no agent '%s'; only root's policy.yml makes an agent."
                        .formatted(name)));
  }

  private static void requireCertificateIfRemote(AgentRule rule, boolean hasCertificate) {
    if (rule.isRemote() && !hasCertificate) {
      throw new IllegalArgumentException(
          "'%s' is elsewhere; give the certificate by which it is known.".formatted(rule.name()));
    }
    if (!rule.isRemote() && hasCertificate) {
      throw new IllegalArgumentException(
          "'%s' is an OS user of this machine and needs no certificate.".formatted(rule.name()));
    }
  }

  /** A bound outside the policy would promise what no order can have. */
  private void requireWithinPolicy(AgentRule rule, Attenuation attenuation) {
    for (VendorId vendor : attenuation.vendors().orElseGet(policy::vendors)) {
      if (!policy.vendors().contains(vendor)) {
        throw new IllegalArgumentException("The policy lists no vendor '%s'.".formatted(vendor));
      }
    }
    for (CategoryId category : attenuation.categories().orElse(Set.of())) {
      if (rule.categories().stream().noneMatch(category::isWithin)) {
        throw new IllegalArgumentException(
            "The policy does not let '%s' buy from %s.".formatted(rule.name(), category));
      }
    }
    for (Money cap : attenuation.cap().stream().toList()) {
      if (!cap.currency().equals(policy.limit().currency())) {
        throw new IllegalArgumentException(
            "The cap is in %s, but the policy's limit is in %s: give the cap in %s."
                .formatted(cap.currency(), policy.limit().currency(), policy.limit().currency()));
      }
      if (cap.exceeds(policy.limit())) {
        throw new IllegalArgumentException(
            "The cap must be at most the policy's limit, %s.".formatted(policy.limit()));
      }
    }
  }

  private static void requireFree(OpenBooks open, String name, Fingerprint certificate) {
    new OpenAgents(open)
        .withCertificate(certificate).stream()
            .map(Enrolment::name)
            .filter(other -> !other.equals(name))
            .findFirst()
            .ifPresent(
                other -> {
                  throw new IllegalArgumentException(
                      "This is the certificate of '%s' already; revoke that one first, or make"
                              .formatted(other)
                          + " another.");
                });
  }

  private static void requireFuture(Attenuation attenuation, Instant now) {
    if (attenuation.isExpiredAt(now)) {
      throw new IllegalArgumentException(
          "Its last day is over already: give one that is today or later.");
    }
  }
}
