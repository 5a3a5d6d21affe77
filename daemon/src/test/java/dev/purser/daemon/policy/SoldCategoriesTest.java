package dev.purser.daemon.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.daemon.documents.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoldCategoriesTest {
  private final SoldCategories sold =
      new SoldCategories(
          Set.of(new CategoryId("household/pantry"), new CategoryId("household/treats")));

  @Test
  void categoriesAboveAndBelowAreTouched() {
    assertThat(sold.touch(new CategoryId("household/pantry"))).isTrue();
    assertThat(sold.touch(new CategoryId("household"))).isTrue();
    assertThat(sold.touch(new CategoryId("household/pantry/eggs"))).isTrue();
  }

  @Test
  void mistypedOnesAreNot() {
    assertThat(sold.touch(new CategoryId("household/pantri"))).isFalse();
    assertThat(sold.touch(new CategoryId("householdd"))).isFalse();
    assertThat(sold.sentence(new CategoryId("householdd")))
        .isEqualTo(
            "no vendor sells anything in householdd; they sell in"
                + " [household/pantry, household/treats]");
  }

  @Test
  void agentIsToldOfThoseThatNobodySellsIn() {
    AgentRule agent =
        new AgentRule(
            "pantry",
            Optional.of("pantry"),
            List.of(new CategoryId("household"), new CategoryId("houshold/treats")),
            5);

    assertThat(sold.missedBy(agent)).containsExactly(new CategoryId("houshold/treats"));
  }

  @Test
  void theyAreWhatTheVendorsDescriptionsSay() {
    Policy policy = PolicyFile.read(Tree.ROOT.resolve("config/policy.yml"));

    assertThat(SoldCategories.of(Tree.ROOT.resolve("config/vendors"), policy)).isEqualTo(sold);
  }
}
