package dev.purser.daemon.wall;

import dev.purser.budgets.VendorId;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.payments.StripeConfig;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.vendors.VendorDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** All files that a daemon with this configuration runs from, is told by, and keeps. */
public final class Footprint {
  private final PurserConfiguration config;
  private final List<Guarded> parts = new ArrayList<>();

  private Footprint(PurserConfiguration config) {
    this.config = config;
  }

  /**
   * Lists them.
   *
   * @param file that the configuration was read from
   */
  public static List<Guarded> of(Path file, PurserConfiguration config, Policy policy) {
    Footprint footprint = new Footprint(config);
    Program.parts().forEach(footprint.parts::add);
    footprint.rootOnly("configuration", file);
    footprint.rootOnly("policy", config.policy());
    footprint.tree("vendors", config.vendors());
    new TreeSet<>(policy.vendors()).forEach(footprint::vendor);
    footprint.secrets();
    footprint.state();
    return List.copyOf(footprint.parts);
  }

  private void vendor(VendorId id) {
    VendorDescription vendor = VendorFiles.describe(config.vendors(), id);
    rootOnly("catalogue of " + id, vendor.catalogueFile(config.vendors().toAbsolutePath()));
    Path orders = vendor.ordersDirectory(config.vendors().toAbsolutePath());
    parts.add(new Guarded("orders to " + id, orders, Protection.OWN));
  }

  /** Of them, those that hold a secret. */
  public static List<Path> secretFiles(PurserConfiguration config) {
    Footprint footprint = new Footprint(config);
    footprint.secretFiles();
    return footprint.parts.stream().map(Guarded::path).toList();
  }

  private void secrets() {
    secretFiles();
    // Whoever can add to its directory can put another passphrase in its place.
    Optional.ofNullable(config.owner().passphraseFile().toAbsolutePath().getParent())
        .ifPresent(secrets -> secret("secrets", secrets));
  }

  private void secretFiles() {
    secret("passphrase", config.owner().passphraseFile());
    secret("mandate key", config.mandates().keyFile());
    Optional.ofNullable(config.payments().stripe())
        .map(StripeConfig::apiKeyFile)
        .ifPresent(key -> secret("Stripe key", key));
    config.notices().secretFiles().forEach(file -> secret("secret of a channel", file));
    config.doors().keyFiles().forEach(file -> secret("key of a door", file));
    config
        .doors()
        .certificateFile()
        .ifPresent(
            file -> parts.add(new Guarded("certificate", file.toAbsolutePath(), Protection.OWN)));
    config.database().passwordFile().ifPresent(file -> secret("database password", file));
  }

  private void state() {
    config.database().directory().ifPresent(directory -> secret("database", directory));
    secret("outbox", config.notices().outbox());
    if (config.payments().movesNoMoney()) {
      secret("dry run", config.payments().dryRunDirectory());
    }
  }

  private void rootOnly(String what, Path path) {
    parts.add(new Guarded(what, path.toAbsolutePath(), Protection.ROOT_ONLY));
  }

  private void tree(String what, Path path) {
    parts.add(new Guarded(what, path.toAbsolutePath(), Protection.ROOT_ONLY_TREE));
  }

  private void secret(String what, Path path) {
    parts.add(new Guarded(what, path.toAbsolutePath(), Protection.PRIVATE));
  }
}
