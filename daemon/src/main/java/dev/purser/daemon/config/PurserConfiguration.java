package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.daemon.database.DatabaseConfig;
import dev.purser.daemon.listeners.PurserServerFactory;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** {@code purser.yml}: what the administrator decides. What the owner decides is in the policy. */
public final class PurserConfiguration extends Configuration {
  /** Without a wall: agent, owner and daemon may be one user. Never outside a demonstration. */
  @JsonProperty private boolean demo;

  @JsonProperty @NotNull private Path policy = Path.of("/etc/purser/policy.yml");
  @JsonProperty @NotNull private Path vendors = Path.of("/etc/purser/vendors");

  @JsonProperty @Valid @NotNull
  private DatabaseConfig database =
      DatabaseConfig.embedded(Path.of("/var/lib/purser/database/purser"));

  @JsonProperty @Valid @NotNull private OwnerConfig owner = OwnerConfig.DEFAULTS;
  @JsonProperty @Valid @NotNull private NoticesConfig notices = NoticesConfig.DEFAULTS;
  @JsonProperty @Valid @NotNull private PaymentsConfig payments = PaymentsConfig.DEFAULTS;
  @JsonProperty @Valid @NotNull private MandatesConfig mandates = MandatesConfig.DEFAULTS;

  public boolean isDemo() {
    return demo;
  }

  /** The doors. */
  public PurserServerFactory doors() {
    return (PurserServerFactory) getServerFactory();
  }

  /** The owner's policy file. */
  public Path policy() {
    return policy;
  }

  /** The directory with one description for each vendor. */
  public Path vendors() {
    return vendors;
  }

  public DatabaseConfig database() {
    return database;
  }

  public OwnerConfig owner() {
    return owner;
  }

  public NoticesConfig notices() {
    return notices;
  }

  public PaymentsConfig payments() {
    return payments;
  }

  public MandatesConfig mandates() {
    return mandates;
  }
}
