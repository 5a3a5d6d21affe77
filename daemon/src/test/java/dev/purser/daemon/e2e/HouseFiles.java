package dev.purser.daemon.e2e;

import dev.purser.vendors.prices.AveragePrices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;

/**
 * The files of a set-up with a wall: configuration that only root changes, and directories of the
 * daemon's own.
 */
final class HouseFiles {
  /** Where the months begin. */
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final String PURSER_YML =
      """
      demo: @DEMO@
      policy: @DIR@/etc/policy.yml
      vendors: @DIR@/etc/vendors
      database:
        url: @DATABASE@
      owner:
        baseUrl: http://localhost:@PORT@
        linkLifetime: @LINK_LIFETIME@
        undoWindow: @UNDO_WINDOW@
        passphraseFile: @DIR@/secrets/passphrase
      mandates: {keyFile: @DIR@/secrets/mandate-key}
      notices:
        outbox: @DIR@/var/outbox
        from: purser@localhost
        smtp: {host: localhost, port: @SMTP@, from: purser@localhost, tls: NONE, timeout: 10s}
        gather: 0s
        quiet: 0s
      payments:
        rail: dry-run
        dryRunDirectory: @DIR@/var/dry-run
      server:
        type: purser
        agent: {socket: @DIR@/run/agent/agent.sock, group: @AGENT_GROUP@, limits: {requestsPerMinute: 100000, burst: 100000, cartChangesPerDay: 100000}}
        owner: {port: @PORT@}
        control: {socket: @DIR@/run/control/control.sock, group: @OWNER_GROUP@}
      logging:
        level: INFO
        loggers:
          dev.purser: DEBUG
        appenders:
          - type: file
            currentLogFilename: @DIR@/var/purser.log
            archive: false
      """;

  private static final String POLICY_YML =
      """
      timeZone: @ZONE@
      shipTo: The Owner, 1 Harbour Road, Anytown
      owner:
        email: owner@localhost
      agents:
        pantry:
          user: "@AGENT@"
          categories: [household]
      vendors: [corner-store]
      approvalLimits:
        - upTo: @APPROVAL_LIMIT@
          confirmedBy: [owner]
      operators:
        owner: ["@OWNER@"]
        finance: ["@FINANCE@"]
      """;

  private static final String VENDOR_YML =
      """
      id: @ID@
      payee: @ID@
      origin: https://@ID@.example
      currency: USD
      categories:
        snacks: household/treats
        "*": household/pantry
      catalogue:
        file: corner-store.csv
      orders: @DIR@/var/orders
      """;

  private final Path dir;

  private HouseFiles(Path dir) {
    this.dir = dir;
  }

  /**
   * Lays them out.
   *
   * @param smtpPort of the mail server
   */
  static HouseFiles layOut(OsUsers users, HouseRules rules, int pagesPort, int smtpPort) {
    HouseFiles files = new HouseFiles(TestFiles.publicDirectory());
    OsUser daemon = users.daemon();
    TestFiles.directory(files.dir.resolve("etc/vendors"), "rwxr-xr-x", OsUser.self());
    TestFiles.forGroupOf(files.dir.resolve("etc"), daemon);
    TestFiles.directory(files.dir.resolve("secrets"), "rwx------", daemon);
    TestFiles.directory(files.dir.resolve("var"), "rwx------", daemon);
    TestFiles.directory(files.dir.resolve("run"), "rwxr-xr-x", daemon);
    files.write(PURSER_YML, "purser.yml", purserYml(users, rules, pagesPort, smtpPort));
    files.write(POLICY_YML, "policy.yml", policyYml(users, rules));
    files.write(VENDOR_YML, "vendors/corner-store.yml", Map.of("@ID@", "corner-store"));
    // Described and not in the policy: nobody can buy there.
    files.write(VENDOR_YML, "vendors/greengrocer.yml", Map.of("@ID@", "greengrocer"));
    files.stockUp(YearMonth.of(2022, 7));
    return files;
  }

  Path configuration() {
    return etc("purser.yml");
  }

  /** Of the daemon's own. */
  Path var(String name) {
    return dir.resolve("var").resolve(name);
  }

  Path secret() {
    return secret("passphrase");
  }

  Path secret(String name) {
    return dir.resolve("secrets").resolve(name);
  }

  /** Something that the administrator decides. */
  Path etc(String name) {
    return dir.resolve("etc").resolve(name);
  }

  Path dir() {
    return dir;
  }

  /** What the daemon prints when nobody looks. */
  Path console() {
    return dir.resolve("console.log");
  }

  PurserProcess.Doors doors(int port) {
    return new PurserProcess.Doors(
        dir.resolve("run/agent/agent.sock"), dir.resolve("run/control/control.sock"), port);
  }

  /** Replaces the store's price list by that of another month, as its supplier would. */
  void stockUp(YearMonth month) {
    try {
      Path list = Files.createTempFile("purser-e2e-", ".csv");
      AveragePrices.of(month).writeCatalogue(list);
      TestFiles.write(dir.resolve("etc/vendors/corner-store.csv"), TestFiles.read(list));
      Files.delete(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() {
    TestFiles.removeAll(dir);
  }

  private void write(String template, String name, Map<String, String> values) {
    String text = template.replace("@DIR@", dir.toString());
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace(value.getKey(), value.getValue().replace("@DIR@", dir.toString()));
    }
    TestFiles.write(dir.resolve("etc").resolve(name), text);
  }

  private static Map<String, String> purserYml(
      OsUsers users, HouseRules rules, int pagesPort, int smtpPort) {
    String database =
        rules
            .postgres()
            .map(url -> url + "\n  user: postgres")
            .orElse("h2:@DIR@/var/database/purser");
    return Map.of(
        "@DEMO@", Boolean.toString(!users.haveWall()),
        "@DATABASE@", database,
        "@PORT@", Integer.toString(pagesPort),
        "@SMTP@", Integer.toString(smtpPort),
        "@LINK_LIFETIME@", rules.linkLifetime(),
        "@UNDO_WINDOW@", rules.undoWindow(),
        "@AGENT_GROUP@", users.agent().group(),
        "@OWNER_GROUP@", users.owner().group());
  }

  private static Map<String, String> policyYml(OsUsers users, HouseRules rules) {
    return Map.of(
        "@ZONE@", ZONE.getId(),
        "@AGENT@", users.agent().name(),
        "@OWNER@", users.owner().name(),
        "@FINANCE@", users.finance().name(),
        "@APPROVAL_LIMIT@", rules.approvalLimit());
  }
}
