package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterviewTest {
  private static final Interview.Question ANY = new Interview.Question("--any", "Any?");

  @Test
  void wrongAnswerIsAskedForAgainAtOnce() {
    Typing typing = new Typing("many", " 3 ");

    Integer three = Interview.with(typing).about(null, ANY, Integer::valueOf);

    assertThat(three).isEqualTo(3);
    assertThat(typing.told).singleElement().asString().contains("many");
  }

  @Test
  void whatWasGivenIsNotAskedFor() {
    Typing typing = new Typing();

    Integer three = Interview.with(typing).about("3", ANY, Integer::valueOf);

    assertThat(three).isEqualTo(3);
    assertThatThrownBy(() -> Interview.with(typing).about("many", ANY, Integer::valueOf))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(typing.told).isEmpty();
  }

  @Test
  void optionIsNamedWhenNobodyAnswers() {
    for (Interview silent :
        List.of(new Interview(Optional.empty()), Interview.with(new Typing("many")))) {
      assertThatThrownBy(() -> silent.about(null, ANY, Integer::valueOf))
          .isInstanceOf(RefusedException.class)
          .hasMessage("say --any");
    }
  }

  /** Types these answers, and then goes. */
  static final class Typing implements Interview.Talk {
    final List<String> asked = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final Deque<String> answers;

    Typing(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public @Nullable String ask(String question) {
      asked.add(question);
      return answers.poll();
    }

    @Override
    public void tell(String sentence) {
      told.add(sentence);
    }
  }
}
