package dev.purser.daemon.policy;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.yml} and says what is wrong with it in the administrator's words. */
public final class PolicyFile {
  /** As many proposals as an owner will look through; a flood is cut here. */
  private static final int DEFAULT_MAX_OPEN_PROPOSALS = 5;

  private static final int LARGEST_MAX_OPEN_PROPOSALS = 1_000;

  private final Path file;

  private PolicyFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the policy.
   *
   * @throws InvalidPolicyException naming the file and the key
   */
  public static Policy read(Path file) {
    try {
      String text = Files.readString(file);
      return new PolicyFile(file).policy(text);
    } catch (IOException e) {
      throw new InvalidPolicyException("cannot read " + file + "; is it there and readable?", e);
    }
  }

  private Policy policy(String text) {
    PolicyText written = StrictYaml.read(file, text, PolicyText.class);
    return new Policy(
        CanonicalJson.sha256(text),
        owner(written),
        agents(required("agents", written.agents())),
        vendors(required("vendors", written.vendors())),
        limit(required("approvalLimits", written.approvalLimits())),
        operators(required("operators", written.operators())));
  }

  private Policy.Owner owner(PolicyText written) {
    String zone = required("timeZone", written.timeZone());
    try {
      return new Policy.Owner(
          address(required("owner.email", required("owner", written.owner()).email())),
          required("shipTo", written.shipTo()).strip(),
          ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw invalid("timeZone", "'" + zone + "' is no time zone; write it like Europe/Berlin", e);
    }
  }

  private String address(String email) {
    if (!email.matches("[^\\s@]+@[^\\s@]+")) {
      throw invalid("owner.email", "'%s' is no e-mail address".formatted(email), null);
    }
    return email;
  }

  private List<AgentRule> agents(Map<String, PolicyText.AgentText> written) {
    List<AgentRule> rules = new ArrayList<>();
    Set<String> users = new HashSet<>();
    written.forEach(
        (name, agent) -> {
          AgentRule rule = agent(name, required("agents." + name, agent));
          if (!rule.isRemote() && !users.add(rule.user().orElseThrow())) {
            throw invalid("agents." + name + ".user", "another agent has this user already", null);
          }
          rules.add(rule);
        });
    return rules;
  }

  private AgentRule agent(String name, PolicyText.AgentText written) {
    String key = "agents." + name;
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw invalid(key, "an agent's name has lower-case letters, digits and hyphens", null);
    }
    int open =
        written.maxOpenProposals() == null
            ? DEFAULT_MAX_OPEN_PROPOSALS
            : written.maxOpenProposals();
    if (open < 1 || open > LARGEST_MAX_OPEN_PROPOSALS) {
      throw invalid(key + ".maxOpenProposals", "must be 1 to 1000", null);
    }
    return new AgentRule(
        name,
        user(key, written),
        each(key + ".categories", written.categories(), CategoryId::new),
        open);
  }

  /** An agent is either a user of this machine or elsewhere, and the file says which. */
  private Optional<String> user(String key, PolicyText.AgentText written) {
    boolean isRemote = Boolean.TRUE.equals(written.remote());
    if (isRemote && written.user() != null) {
      throw invalid(key + ".remote", "an agent with a 'user' is on this machine", null);
    }
    return isRemote ? Optional.empty() : Optional.of(required(key + ".user", written.user()));
  }

  private Set<VendorId> vendors(List<String> written) {
    return new HashSet<>(each("vendors", written, VendorId::new));
  }

  private Money limit(List<PolicyText.TierText> tiers) {
    Money last = null;
    for (PolicyText.TierText tier : tiers) {
      Money upTo =
          each(
                  "approvalLimits.upTo",
                  List.of(required("approvalLimits.upTo", tier.upTo())),
                  Money::parse)
              .get(0);
      if (!List.of("owner").equals(tier.confirmedBy())) {
        throw invalid(
            "approvalLimits.confirmedBy", "must be [owner]; an order needs an approver", null);
      }
      if (upTo.minor() <= 0) {
        throw invalid("approvalLimits.upTo", "must be more than nothing, not " + upTo, null);
      }
      if (last != null && !upTo.currency().equals(last.currency())) {
        throw invalid("approvalLimits", "the tiers must be in one currency", null);
      }
      if (last != null && !upTo.exceeds(last)) {
        throw invalid("approvalLimits", "the tiers must rise: " + upTo + " after " + last, null);
      }
      last = upTo;
    }
    return required("approvalLimits", last);
  }

  private Policy.Operators operators(PolicyText.OperatorsText written) {
    return new Policy.Operators(
        required("operators.owner", written.owner()),
        written.finance() == null ? List.of() : written.finance());
  }

  private <T> List<T> each(
      String key, @Nullable List<String> written, Function<String, T> meaning) {
    List<T> meant = new ArrayList<>();
    for (String text : required(key, written)) {
      try {
        meant.add(meaning.apply(required(key, text)));
      } catch (IllegalArgumentException e) {
        throw invalid(key, String.valueOf(e.getMessage()), e);
      }
    }
    return meant;
  }

  private <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw invalid(key, "is missing", null);
    }
    return value;
  }

  private InvalidPolicyException invalid(String key, String what, @Nullable Throwable cause) {
    return new InvalidPolicyException(file + ": " + key + ": " + what, cause);
  }
}
