package dev.purser.daemon.cli;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person, each question until its answer will do: what is only refused after the last one
 * was all for nothing.
 *
 * @param person nobody, when none is there or wants to be asked
 */
record Interview(Optional<Talk> person) {

  /** The person. */
  interface Talk {
    /** The answer; null when no more will come. */
    @Nullable String ask(String question);

    void tell(String sentence);
  }

  /**
   * What is said by an option, or else asked for.
   *
   * @param option such as {@code --owner-user}
   */
  record Question(String option, String words) {}

  static Interview with(Talk person) {
    return new Interview(Optional.of(person));
  }

  boolean hasSomebody() {
    return person.isPresent();
  }

  /**
   * The meaning of what was given, or of the first answer that has one.
   *
   * @param meaning throws {@link IllegalArgumentException} or {@link RefusedException} with what is
   *     wrong
   * @throws RefusedException when nothing was given and nobody answers
   */
  <T> T about(@Nullable String given, Question question, Function<String, T> meaning) {
    if (given != null) {
      return meaning.apply(given);
    }
    return untilItWillDo(
            talk -> Optional.ofNullable(talk.ask(question.words())).map(String::strip).map(meaning))
        .orElseThrow(() -> new RefusedException("say " + question.option()));
  }

  /**
   * Tries again, saying why, until nothing is wrong.
   *
   * @param answer empty when no more will come
   * @return empty when nobody answers
   */
  <T> Optional<T> untilItWillDo(Function<Talk, Optional<T>> answer) {
    while (person.isPresent()) {
      try {
        return answer.apply(person.get());
      } catch (IllegalArgumentException | RefusedException e) {
        person.get().tell(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }
}
