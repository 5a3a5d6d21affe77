package dev.purser.daemon.owner;

import dev.purser.budgets.Payee;
import dev.purser.budgets.attention.Attention;
import dev.purser.budgets.attention.Percent;
import dev.purser.daemon.notices.words.ForeignText;
import java.util.List;
import java.util.Optional;

/** Words what the owner should look at. */
final class AttentionWords implements Attention.Cases<Warning> {
  private static final int MAX_TITLE = 80;
  private static final int MAX_ADDRESS = 280;

  private AttentionWords() {}

  static List<Warning> of(List<Attention> attention) {
    AttentionWords words = new AttentionWords();
    return attention.stream().map(each -> each.<Warning>match(words)).toList();
  }

  @Override
  public Warning newPayee(Attention.NewPayee found) {
    return warning(
        found,
        "The money goes elsewhere",
        "Your last paid order here went to %s. This one goes to %s."
            .formatted(payee(found.before()), payee(found.now())));
  }

  @Override
  public Warning shipsElsewhere(Attention.ShipsElsewhere found) {
    return warning(
        found,
        "It ships elsewhere",
        "Your last paid order here went to “%s”."
            .formatted(ForeignText.ON_PAGES.show(found.before(), MAX_ADDRESS)));
  }

  @Override
  public Warning newVendor(Attention.NewVendor found) {
    return warning(found, "First order here", "You have never paid this vendor before.");
  }

  @Override
  public Warning priceJump(Attention.PriceJump found) {
    return new Warning(
        found.isHigh(),
        "Price up " + found.rise(),
        Optional.of(ForeignText.ON_PAGES.show(found.title(), MAX_TITLE)),
        "%s each; you last paid %s.".formatted(found.now(), found.before()));
  }

  @Override
  public Warning nearLimit(Attention.NearLimit found) {
    return warning(
        found,
        "Close to a limit",
        "%s is %s of %s, the most that one order may come to."
            .formatted(found.total(), found.part(), found.limit()));
  }

  @Override
  public Warning takesMost(Attention.TakesMost found) {
    String part =
        found.part().isAtLeast(new Percent(Percent.MOST))
            ? "More than is left"
            : "It takes " + found.part();
    return warning(
        found,
        "Most of a budget",
        "%s of what %s has left this month: %s of %s."
            .formatted(part, found.category(), found.asked(), found.left()));
  }

  @Override
  public Warning manyProposals(Attention.ManyProposals found) {
    return warning(
        found, "A busy agent", "It has proposed %d orders today.".formatted(found.today()));
  }

  @Override
  public Warning unusualHour(Attention.UnusualHour found) {
    return warning(
        found,
        "An unusual hour",
        "Proposed at %tR; usual is %tR to %tR."
            .formatted(found.at(), found.usual().from(), found.usual().to()));
  }

  private static Warning warning(Attention found, String what, String numbers) {
    return new Warning(found.isHigh(), what, Optional.empty(), numbers);
  }

  private static String payee(Payee payee) {
    return ForeignText.ON_PAGES.show(payee.name() + " (" + payee.origin() + ")", MAX_TITLE);
  }
}
