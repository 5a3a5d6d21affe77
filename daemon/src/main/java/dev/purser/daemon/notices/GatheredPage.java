package dev.purser.daemon.notices;

import dev.purser.daemon.notices.words.ShownOrder;
import java.util.List;

/**
 * What the two templates of a letter about many proposals are filled with.
 *
 * @param questions at least two, all of one agent
 */
public record GatheredPage(List<Question> questions) {
  public GatheredPage {
    questions = List.copyOf(questions);
  }

  public String subject() {
    return "%d orders of %s wait for you".formatted(questions.size(), agent());
  }

  public String agent() {
    return questions.get(0).order().agent();
  }

  public boolean dryRun() {
    return questions.get(0).order().dryRun();
  }

  /** Never a link. */
  @Override
  public String toString() {
    return "GatheredPage[" + questions.size() + "]";
  }

  /** An order with its link. */
  public record Question(ShownOrder order, String link) {
    @Override
    public String toString() {
      return "Question[" + order.number() + "]";
    }
  }
}
