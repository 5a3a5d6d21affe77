package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.VendorId;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.confirmation.PassphraseFile;
import dev.purser.daemon.policy.Doorkeeper;
import dev.purser.daemon.policy.InvalidPolicyException;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.vendors.catalogue.CatalogueVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Also reads what the templates of the demo's files become. */
class DemoDirectoryTest {
  private static final VendorId CORNER_STORE = new VendorId("corner-store");

  private final Path directory;
  private final DemoDirectory demo;

  DemoDirectoryTest(@TempDir Path home) {
    directory = home.resolve("demo");
    demo = DemoDirectory.prepare(directory, 8499);
  }

  @Test
  void configurationIsOneThatTheDaemonReads() {
    PurserConfiguration config = ConfigurationFile.read(demo.configuration());

    assertThat(config.isDemo()).isTrue();
    assertThat(config.owner().baseUrl().getPort()).isEqualTo(8499);
    assertThat(config.payments().movesNoMoney()).isTrue();
    assertThat(config.notices().outbox()).isEqualTo(demo.outbox());
  }

  @Test
  void policyIsOneThatTheDaemonReads() {
    Policy policy = PolicyFile.read(ConfigurationFile.read(demo.configuration()).policy());

    assertThat(policy.vendors()).containsExactly(CORNER_STORE);
    assertThat(policy.agents()).hasSize(1);
  }

  @Test
  void oneUserIsAgentAndOperatorInTheDemoOnly() {
    Policy policy = PolicyFile.read(ConfigurationFile.read(demo.configuration()).policy());

    assertThat(Doorkeeper.of(policy, true)).isNotNull();
    assertThatThrownBy(() -> Doorkeeper.of(policy, false))
        .isInstanceOf(InvalidPolicyException.class);
  }

  @Test
  void storeSellsAtThePricesOfTheMonth() throws IOException {
    CatalogueVendor store = VendorFiles.open(directory.resolve("vendors"), CORNER_STORE);
    store.load();
    assertThat(priceOfEggs(store)).isEqualTo("2.94 USD");

    demo.stockUp(YearMonth.of(2022, 8));
    CatalogueVendor restocked = VendorFiles.open(directory.resolve("vendors"), CORNER_STORE);
    restocked.load();
    assertThat(priceOfEggs(restocked)).isEqualTo("3.12 USD");
  }

  @Test
  void whatIsThereStaysAsItIs() throws IOException {
    String edited = Files.readString(demo.configuration()) + "# mine\n";
    Files.writeString(demo.configuration(), edited);
    String passphrase = demo.passphrase();

    DemoDirectory again = DemoDirectory.prepare(directory, 9000);

    assertThat(Files.readString(again.configuration())).isEqualTo(edited);
    assertThat(again.passphrase()).isEqualTo(passphrase);
  }

  @Test
  void printedPassphraseIsTheOneThatConfirms() throws IOException {
    PassphraseFile file = new PassphraseFile(directory.resolve("secrets").resolve("passphrase"));

    assertThat(file.verifies(demo.passphrase())).isTrue();
    assertThat(file.verifies(demo.passphrase() + "x")).isFalse();
  }

  @Test
  void secretsAndLettersAreForTheDaemonsUserAlone() throws IOException {
    for (Path kept : new Path[] {directory.resolve("secrets"), demo.outbox()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rwx------");
    }
  }

  private static String priceOfEggs(CatalogueVendor store) {
    return store
        .catalogue()
        .bySku("708111")
        .flatMap(product -> product.unitPrice())
        .map(Object::toString)
        .orElse("not sold");
  }
}
