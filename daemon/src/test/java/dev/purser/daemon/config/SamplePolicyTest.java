package dev.purser.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.documents.Tree;
import dev.purser.daemon.policy.InvalidPolicyException;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.vendors.catalogue.CatalogueVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePolicyTest {
  private static final Path CONFIG = Tree.ROOT.resolve("config");

  private final Path directory;

  SamplePolicyTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void sampleIsReadAsItStands() {
    Policy policy = PolicyFile.read(CONFIG.resolve("policy.yml"));

    assertThat(policy.limit()).isEqualTo(Money.parse("200.00 USD"));
    assertThat(policy.vendors()).containsExactly(new VendorId("corner-store"));
    assertThat(policy.agents())
        .flatExtracting(agent -> agent.user().stream().toList())
        .containsExactly("agent");
    assertThat(policy.operators().owner()).containsExactly("owner");
    assertThat(policy.operators().finance()).isEmpty();
  }

  @Test
  void noAgentOfTheSampleIsAnOperator() {
    Policy policy = PolicyFile.read(CONFIG.resolve("policy.yml"));

    assertThat(policy.agents())
        .flatExtracting(agent -> agent.user().stream().toList())
        .isNotEmpty()
        .noneMatch(policy.operators().owner()::contains)
        .noneMatch(policy.operators().finance()::contains)
        .doesNotContain("root", "0");
  }

  @Test
  void everyVendorOfTheSampleHasADescription() throws IOException {
    Policy policy = PolicyFile.read(CONFIG.resolve("policy.yml"));

    assertThat(policy.vendors()).isNotEmpty();
    for (VendorId vendor : policy.vendors()) {
      String file = vendor.name() + ".yml";
      Files.copy(CONFIG.resolve("vendors").resolve(file), directory.resolve(file));
      Files.writeString(
          directory.resolve(vendor.name() + ".csv"), "sku,title,price\n1,Eggs,2.94\n");
      CatalogueVendor described = VendorFiles.open(directory, vendor);

      assertThat(described.load().products()).hasSize(1);
    }
  }

  @Test
  void unknownAndDoubledKeysAreRefused() {
    for (String more : List.of("limit: 5", "timeZone: Europe/Paris")) {
      assertThatThrownBy(() -> PolicyFile.read(sampleWith(more)))
          .isInstanceOf(InvalidPolicyException.class)
          .hasMessageContaining(more.substring(0, more.indexOf(':')));
    }
  }

  private Path sampleWith(String line) throws IOException {
    String text = Files.readString(CONFIG.resolve("policy.yml"));
    return Files.writeString(directory.resolve("policy.yml"), text + line + "\n");
  }
}
