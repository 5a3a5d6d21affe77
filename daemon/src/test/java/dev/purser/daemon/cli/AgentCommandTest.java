package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AgentCommandTest {
  @Test
  void declinedOrdersAreCountedInWords() {
    assertThat(AgentCommand.declined(0)).isEqualTo("none of its orders waited");
    assertThat(AgentCommand.declined(1)).isEqualTo("its one order that waited is declined");
    assertThat(AgentCommand.declined(2)).isEqualTo("its 2 orders that waited are declined");
  }

  @Test
  void capTakesAnAmountAndItsCurrency() {
    CommandLine agent = Objects.requireNonNull(Purser.command().getSubcommands().get("agent"));
    CommandLine add = Objects.requireNonNull(agent.getSubcommands().get("add"));

    assertThat(add.getUsageMessage())
        .contains("AMOUNT CURRENCY")
        .doesNotContain("AMOUNT AMOUNT", "CURRENCY AMOUNT");
  }
}
