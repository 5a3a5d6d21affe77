package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.setup.Machine;
import dev.purser.daemon.setup.Ownership;
import dev.purser.daemon.setup.SetupAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SetupOptionsTest {
  private static final List<String> ALL =
      List.of(
          "--agent-user=agent",
          "--owner-user=jo",
          "--owner-email=jo@example.org",
          "--budget=household/pantry=400.00",
          "--time-zone=UTC",
          "--ship-to=1 Harbour Road");

  @Test
  void whatIsSaidIsNotAsked() {
    SetupAnswers answers = options(ALL).answers(nobody(), new OnlyJo());

    assertThat(answers.ownerUser()).isEqualTo("jo");
    assertThat(answers.where().shipTo()).isEqualTo("1 Harbour Road");
  }

  /** All of these were found before anything was made: the machine makes nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--owner-user=jim | there is no user jim to be the owner: useradd --create-home jim",
        "--owner-user=agent | not agent, the owner's",
        "--agent-user=root | not root",
        "--agent-user=a b | is no name",
        "--owner-email=jo | 'jo' is no e-mail address",
        "--budget=Pantry=400.00 | 'Pantry' is not a category",
        "--budget=household | write it like household/pantry=400.00",
        "--currency=EURO | EURO",
        "--time-zone=Mars | 'Mars' is no time zone",
        "--ship-to=' ' | one line of up to 200 characters",
      })
  void whatIsWrongIsRefused(String said, String why) {
    List<String> words = new ArrayList<>(ALL);
    words.removeIf(word -> word.startsWith(said.substring(0, said.indexOf('=') + 1)));
    words.add(said.replace("'", ""));

    assertThatThrownBy(() -> options(words).answers(nobody(), new OnlyJo()))
        .hasMessageContaining(why);
  }

  @Test
  void onATerminalEveryAnswerIsCheckedBeforeTheNextQuestion() {
    InterviewTest.Typing typing =
        new InterviewTest.Typing(
            "root",
            "agent",
            "jim",
            "jo",
            "here",
            "jo@example.org",
            "",
            "1 Harbour Road",
            "400",
            "household=400.00");

    SetupAnswers answers =
        options(List.of("--time-zone=UTC")).answers(Interview.with(typing), new OnlyJo());

    assertThat(answers.agentUser()).isEqualTo("agent");
    assertThat(answers.where().shipTo()).isEqualTo("1 Harbour Road");
    assertThat(typing.asked).hasSize(10);
    assertThat(typing.told).hasSize(5);
  }

  @Test
  void scriptMayLeaveTheAddressToThePolicy() {
    List<String> words = ALL.subList(0, 5);

    assertThat(options(words).answers(nobody(), new OnlyJo()).where().shipTo())
        .isEqualTo(Policy.Owner.SHIP_TO_NOT_SAID);
    assertThat(options(words).said()).isEqualTo(new SetupAnswers.Said(true, false));
    assertThat(options(ALL).said()).isEqualTo(new SetupAnswers.Said(true, true));
  }

  @Test
  void passphraseIsMeasuredInCharacters() {
    assertThat(PassphraseInput.requireLength("12345678")).isEqualTo("12345678");
    assertThat(PassphraseInput.requireLength("🥚".repeat(8))).hasSize(16);
    assertThatThrownBy(() -> PassphraseInput.requireLength("1234567"))
        .hasMessage("a passphrase has 8 to 1024 characters");
    assertThatThrownBy(() -> PassphraseInput.requireLength("x".repeat(1025)))
        .isInstanceOf(RefusedException.class);
  }

  private static Interview nobody() {
    return new Interview(Optional.empty());
  }

  private static SetupOptions options(List<String> words) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(words.toArray(String[]::new));
    return holder.options;
  }

  @Command(name = "holder")
  private static final class Holder {
    @CommandLine.Mixin private SetupOptions options = new SetupOptions();
  }

  /** Has one user and makes nothing. */
  private record OnlyJo() implements Machine {
    @Override
    public boolean hasUser(String user) {
      return user.equals("jo");
    }

    @Override
    public boolean hasGroup(String group) {
      throw new AssertionError(group);
    }

    @Override
    public boolean isMember(String user, String group) {
      throw new AssertionError(group);
    }

    @Override
    public void run(List<String> words) {
      throw new AssertionError(words);
    }

    @Override
    public void give(Path path, Ownership ownership) {
      throw new AssertionError(path);
    }

    @Override
    public Ownership ownershipOf(Path path) {
      throw new AssertionError(path);
    }
  }
}
