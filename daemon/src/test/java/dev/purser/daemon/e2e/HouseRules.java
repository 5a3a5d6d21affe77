package dev.purser.daemon.e2e;

import java.util.Optional;

/**
 * What the administrator and the owner have decided in a test.
 *
 * @param linkLifetime such as {@code 24h}
 * @param undoWindow such as {@code 10m}
 * @param approvalLimit such as {@code 200.00 USD}
 * @param postgres the URL of a PostgreSQL database; H2 without it
 */
record HouseRules(
    String linkLifetime, String undoWindow, String approvalLimit, Optional<String> postgres) {

  static HouseRules usual() {
    return new HouseRules("24h", "0s", "200.00 USD", Optional.empty());
  }

  HouseRules linkLifetime(String lifetime) {
    return new HouseRules(lifetime, undoWindow, approvalLimit, postgres);
  }

  HouseRules undoWindow(String window) {
    return new HouseRules(linkLifetime, window, approvalLimit, postgres);
  }

  HouseRules approvalLimit(String limit) {
    return new HouseRules(linkLifetime, undoWindow, limit, postgres);
  }

  HouseRules postgres(String url) {
    return new HouseRules(linkLifetime, undoWindow, approvalLimit, Optional.of(url));
  }
}
