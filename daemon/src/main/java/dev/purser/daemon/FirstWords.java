package dev.purser.daemon;

import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.listeners.PurserServerFactory;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.SoldCategories;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What an administrator wants to read when the daemon has started. */
final class FirstWords {
  private FirstWords() {}

  static List<String> of(PurserConfiguration config) {
    PurserServerFactory doors = config.doors();
    return List.of(
        "Ready. Agents: %s. Pages: %s".formatted(doors.agentSocket(), config.owner().baseUrl()));
  }

  /** What works as it was configured, and can hardly be meant so. */
  static List<String> warnings(PurserConfiguration config, Policy policy, SoldCategories sold) {
    List<String> warnings = new ArrayList<>();
    if (!Files.exists(config.owner().passphraseFile())) {
      warnings.add("No passphrase is set, so nobody can confirm: purser setup --passphrase-only");
    }
    if (config.notices().channels().isEmpty() && !config.isDemo()) {
      warnings.add(
          "Nobody is told: letters stay in %s until notices.smtp or notices.channels says how"
              .formatted(config.notices().outbox()));
    }
    for (AgentRule agent : policy.agents()) {
      sold.missedBy(agent)
          .forEach(
              category ->
                  warnings.add("agent %s: %s".formatted(agent.name(), sold.sentence(category))));
    }
    return warnings;
  }
}
