package dev.purser.daemon.wall;

import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.policy.PolicyFile;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** All that a daemon has on a disk, owned as it should be: by root, and by a daemon with a uid. */
final class FilesOfAHouse {
  static final int DAEMON = 4242;

  final Path directory;

  FilesOfAHouse(Path directory) throws Exception {
    this.directory = directory.toRealPath();
    mode(this.directory, "rwxr-xr-x");
    for (String name : List.of("etc", "etc/vendors", "run")) {
      mode(Files.createDirectory(path(name)), "rwxr-xr-x");
    }
    for (String name :
        List.of("secrets", "var", "var/db", "var/outbox", "var/dry-run", "var/orders")) {
      give(mode(Files.createDirectory(path(name)), "rwx------"), DAEMON);
    }
    for (String name :
        List.of(
            "secrets/passphrase",
            "secrets/stripe",
            "secrets/smtp",
            "secrets/remote",
            "secrets/remote.p12",
            "var/mandate-key")) {
      give(mode(Files.writeString(path(name), "secret"), "rw-------"), DAEMON);
    }
    write("etc/purser.yml", PURSER_YML);
    write("etc/policy.yml", POLICY_YML);
    write("etc/vendors/corner-store.yml", VENDOR_YML);
    write("etc/vendors/corner-store.csv", "sku,title,size,price,category\n1,Eggs,doz,2.94,food\n");
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  PurserConfiguration config() throws Exception {
    return new YamlConfigurationFactory<>(
            PurserConfiguration.class,
            Validators.newValidator(),
            Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
            "not-by-properties")
        .build(new FileConfigurationSourceProvider(), path("etc/purser.yml").toString());
  }

  List<Guarded> footprint() throws Exception {
    PurserConfiguration config = config();
    // What the tests themselves run from is not what is tried here.
    return Footprint.of(path("etc/purser.yml"), config, PolicyFile.read(config.policy())).stream()
        .filter(part -> part.path().startsWith(directory))
        .toList();
  }

  static Path mode(Path path, String permissions) throws Exception {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  static Path give(Path path, int uid) throws Exception {
    Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    return path;
  }

  private void write(String name, String text) throws Exception {
    mode(Files.writeString(path(name), text.replace("@DIR@", directory.toString())), "rw-r--r--");
  }

  private static final String PURSER_YML =
      """
      policy: @DIR@/etc/policy.yml
      vendors: @DIR@/etc/vendors
      database: {url: "h2:@DIR@/var/db/purser"}
      owner: {passphraseFile: @DIR@/secrets/passphrase}
      mandates: {keyFile: @DIR@/var/mandate-key}
      notices:
        outbox: @DIR@/var/outbox
        smtp:
          host: localhost
          port: 25
          from: purser@localhost
          tls: NONE
          timeout: 10s
          login: {username: purser, passwordFile: @DIR@/secrets/smtp}
      payments:
        rail: dry-run
        dryRunDirectory: @DIR@/var/dry-run
        stripe: {apiKeyFile: @DIR@/secrets/stripe, customer: cus_1, paymentMethod: pm_1}
      server:
        type: purser
        agent: {socket: @DIR@/run/agent/agent.sock}
        owner: {port: 8480}
        control: {socket: @DIR@/run/control/control.sock}
        remote:
          bindHost: localhost
          port: 8481
          keyStore: @DIR@/secrets/remote.p12
          keyStorePasswordFile: @DIR@/secrets/remote
      """;

  private static final String POLICY_YML =
      """
      timeZone: Europe/Berlin
      shipTo: somewhere
      owner: {email: owner@localhost}
      agents:
        pantry: {user: "4243", categories: [household]}
      vendors: [corner-store]
      approvalLimits:
        - {upTo: 200.00 USD, confirmedBy: [owner]}
      operators: {owner: ["4244"]}
      """;

  private static final String VENDOR_YML =
      """
      id: corner-store
      payee: Corner Store
      origin: https://corner-store.example
      currency: USD
      categories: {"*": household/pantry}
      catalogue: {file: corner-store.csv}
      orders: @DIR@/var/orders
      """;
}
