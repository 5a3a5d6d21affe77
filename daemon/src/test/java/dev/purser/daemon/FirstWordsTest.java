package dev.purser.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.documents.Tree;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.SoldCategories;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstWordsTest {
  private final Policy policy = PolicyFile.read(Tree.ROOT.resolve("config/policy.yml"));

  @Test
  void categoryThatNobodySellsInIsWarnedOf() {
    assertThat(warnings("garden"))
        .contains("agent pantry: no vendor sells anything in household; they sell in [garden]");
    assertThat(warnings("household/pantry")).noneMatch(warning -> warning.contains("sell"));
  }

  @Test
  void lettersThatReachNobodyAreWarnedOf() {
    assertThat(warnings("household"))
        .contains(
            "Nobody is told: letters stay in /var/lib/purser/outbox until notices.smtp or"
                + " notices.channels says how");
  }

  private List<String> warnings(String sold) {
    return FirstWords.warnings(
        new PurserConfiguration(), policy, new SoldCategories(Set.of(new CategoryId(sold))));
  }
}
