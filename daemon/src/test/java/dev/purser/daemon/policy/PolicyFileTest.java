package dev.purser.daemon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.PolicyTerms;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final String GOOD =
      """
      timeZone: Europe/Berlin
      shipTo: |
        1 Harbour Street
        Hamburg
      owner:
        email: owner@example.org
      agents:
        pantry-agent:
          user: agent1
          categories: [household]
          maxOpenProposals: 3
        garden-agent:
          user: "1002"
          categories: [garden/seeds, garden/tools]
      vendors: [corner-store, greengrocer]
      approvalLimits:
        - upTo: 100.00 USD
          confirmedBy: [owner]
        - upTo: 250.00 USD
          confirmedBy: [owner]
      operators:
        owner: [olivia]
        finance: [fritz]
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path directory;

  @Test
  void agentElsewhereHasNoUser() throws IOException {
    Policy policy = read(GOOD.replace("user: agent1", "remote: true"));

    assertThat(policy.remoteAgents()).containsExactly("pantry-agent");
    assertThat(policy.agent("pantry-agent").orElseThrow().user()).isEmpty();
    assertThat(read(GOOD).remoteAgents()).isEmpty();
  }

  @Test
  void agentIsEitherHereOrElsewhere() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(GOOD.replace("user: agent1", "user: agent1\n    remote: true")))
        .withMessageContaining("agents.pantry-agent.remote");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(GOOD.replace("user: agent1", "remote: false")))
        .withMessageContaining("agents.pantry-agent.user: is missing");
  }

  @Test
  void everythingWrittenIsMeant() throws IOException {
    Policy policy = read(GOOD);

    assertThat(policy.version()).isEqualTo(CanonicalJson.sha256(GOOD));
    assertThat(policy.owner())
        .isEqualTo(
            new Policy.Owner(
                "owner@example.org", "1 Harbour Street\nHamburg", ZoneId.of("Europe/Berlin")));
    assertThat(policy.vendors())
        .containsExactlyInAnyOrder(new VendorId("corner-store"), new VendorId("greengrocer"));
    assertThat(policy.limit()).isEqualTo(Money.parse("250.00 USD"));
    assertThat(policy.operators().owner()).containsExactly("olivia");
    assertThat(policy.operators().finance()).containsExactly("fritz");
    PolicyTerms terms = policy.terms("pantry-agent").orElseThrow();
    assertThat(terms.agentCategories()).containsExactly(new CategoryId("household"));
    assertThat(terms.maxOpenProposals()).isEqualTo(3);
    assertThat(terms.approvalLimit()).isEqualTo(Money.parse("250.00 USD"));
    assertThat(policy.terms("garden-agent").orElseThrow().maxOpenProposals()).isEqualTo(5);
    assertThat(policy.terms("nobody")).isEmpty();
  }

  @Test
  void anotherTextIsAnotherVersionEvenIfItMeansTheSame() throws IOException {
    assertThat(read(GOOD + "# a remark\n").version()).isNotEqualTo(read(GOOD).version());
  }

  @Test
  void financeMayBeLeftOut() throws IOException {
    assertThat(read(GOOD.replace("  finance: [fritz]\n", "")).operators().finance()).isEmpty();
  }

  /** What is written instead, the key that is named, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`timeZone: Europe/Berlin` | `` | timeZone: is missing",
        "Europe/Berlin | Mars/Base | timeZone: 'Mars/Base' is no time zone",
        "`  email: owner@example.org` | `  email:` | owner.email: is missing",
        "`  email: owner@example.org` | `  email: foo` | owner.email: 'foo' is no e-mail address",
        "`owner:\n  email: owner@example.org` | `` | owner: is missing",
        "`vendors: [corner-store, greengrocer]` | `` | vendors: is missing",
        "greengrocer | Green Grocer | `vendors: 'Green Grocer'`",
        "`greengrocer]` | `null]` | vendors: is missing",
        "`    user: agent1` | `    user:` | agents.pantry-agent.user: is missing",
        "`\"1002\"` | agent1 | agents.garden-agent.user: another agent has this user already",
        "garden/seeds | Garden | `agents.garden-agent.categories: 'Garden' is not a category`",
        "`[household]` | `` | agents.pantry-agent.categories: is missing",
        "pantry-agent | Pantry_Agent | agents.Pantry_Agent: an agent's name has",
        "`maxOpenProposals: 3` | `maxOpenProposals: 0` | maxOpenProposals: must be 1 to 1000",
        "`maxOpenProposals: 3` | `maxOpenProposals: 1001` | maxOpenProposals: must be 1 to 1000",
        "`maxOpenProposals: 3` | `maxOpenProposals: many` | agents.pantry-agent.maxOpenProposals: 'many' is not a number",
        "100.00 USD | 100.00 | `approvalLimits.upTo: '100.00' is not an amount with a currency`",
        "100.00 USD | 100,00 USD | `approvalLimits.upTo: '100,00' is not an amount`",
        "100.00 USD | 100.001 USD | approvalLimits.upTo: '100.001' does not fit USD",
        "100.00 USD | 100.00 XYZ | approvalLimits.upTo: 'XYZ' is not an ISO 4217",
        "`upTo: 100.00 USD` | `upTo:` | approvalLimits.upTo: is missing",
        "100.00 USD | 250.00 USD | approvalLimits: the tiers must rise: 250.00 USD after 250.00",
        "100.00 USD | 250.01 USD | approvalLimits: the tiers must rise: 250.00 USD after 250.01",
        "100.00 USD | 100.00 EUR | approvalLimits: the tiers must be in one currency",
        "100.00 USD | 0.00 USD | approvalLimits.upTo: must be more than nothing",
        "100.00 USD | -5.00 USD | approvalLimits.upTo: must be more than nothing",
        "`confirmedBy: [owner]` | `confirmedBy: []` | approvalLimits.confirmedBy: must be [owner]",
        "`confirmedBy: [owner]` | `confirmedBy: [pantry-agent]` | approvalLimits.confirmedBy: must",
        "`confirmedBy: [owner]` | `confirmedBy: [owner, owner]` | approvalLimits.confirmedBy: must",
        "`    confirmedBy: [owner]\n` | `` | approvalLimits.confirmedBy: must be [owner]",
        "`owner: [olivia]` | `` | operators.owner: is missing",
        "`shipTo: |` | `shipsTo: |` | `policy.yml: 'shipsTo' is not a key here; known are [agents, approvalLimits, operators`",
        "`user: agent1` | `uid: agent1` | `'agents.pantry-agent.uid' is not a key here; known are [categories`",
        "`vendors: [` | `timeZone: UTC\nvendors: [` | Duplicate field 'timeZone'",
        "`garden-agent:` | `pantry-agent:` | Duplicate field 'pantry-agent'",
        "`vendors: [corner-store, greengrocer]` | `vendors: corner-store` | vendors: 'corner-store' cannot stand here",
        "`vendors: [corner-store` | `vendors: [corner-store]]` | policy.yml:",
      })
  void whatIsWrongIsNamed(String written, String instead, String finding) {
    String text = GOOD.replace(written, instead == null ? "" : instead);

    assertThat(text).isNotEqualTo(GOOD);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("policy.yml")
        .withMessageContaining(finding);
  }

  @Test
  void noTiersAreAnErrorNotALimit() {
    String text =
        GOOD.substring(0, GOOD.indexOf("approvalLimits:"))
            + "approvalLimits: []\n"
            + GOOD.substring(GOOD.indexOf("operators:"));

    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("approvalLimits: is missing");
  }

  @Test
  void anEmptyFileIsNoPolicy() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(""))
        .withMessageContaining("policy.yml");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read("# nothing yet\n"))
        .withMessageContaining("policy.yml");
  }

  @Test
  void aSecondDocumentIsNotIgnored() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(GOOD + "---\nvendors: [elsewhere]\n"))
        .withMessageContaining("policy.yml");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = directory.resolve("nowhere.yml");

    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> PolicyFile.read(file))
        .withMessage("cannot read " + file + "; is it there and readable?");
  }

  private Policy read(String text) throws IOException {
    return PolicyFile.read(Files.writeString(directory.resolve("policy.yml"), text));
  }
}
