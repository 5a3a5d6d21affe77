package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.daemon.documents.Tree;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.SoldCategories;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategoriesCheckTest {
  @Test
  void categoryThatNobodySellsInIsWarnedOf() {
    assertThat(look("household/pantry").level()).isEqualTo(Finding.Level.OK);
    assertThat(look("garden").level()).isEqualTo(Finding.Level.WARN);
    assertThat(look("garden").fix()).contains("agents.").contains(".categories in policy.yml");
  }

  private static Finding look(String sold) {
    return new CategoriesCheck(
            PolicyFile.read(Tree.ROOT.resolve("config/policy.yml")),
            new SoldCategories(Set.of(new CategoryId(sold))))
        .look()
        .get(0);
  }
}
