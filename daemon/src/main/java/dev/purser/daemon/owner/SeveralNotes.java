package dev.purser.daemon.owner;

import dev.purser.budgets.Violation;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say of one order among several that was not confirmed with them. */
final class SeveralNotes implements ConfirmOutcome.Cases<Optional<Message>> {
  private static final int MAX_SENTENCE = 300;

  @Override
  public Optional<Message> confirmed(ConfirmOutcome.Confirmed outcome) {
    return Optional.empty();
  }

  @Override
  public Optional<Message> wrongProof(ConfirmOutcome.WrongProof outcome) {
    return note("Not confirmed.");
  }

  @Override
  public Optional<Message> locked(ConfirmOutcome.Locked outcome) {
    return note("Not confirmed.");
  }

  @Override
  public Optional<Message> replaced(ConfirmOutcome.Replaced outcome) {
    return Optional.of(
        new Message(
            "Not confirmed",
            "Its prices have changed, so a new order has taken its place.",
            Optional.of(
                new Message.Way(OrderPage.pathOf(outcome.next()), "Look at the new order"))));
  }

  @Override
  public Optional<Message> noLongerPossible(ConfirmOutcome.NoLongerPossible outcome) {
    String why =
        outcome.violations().stream().map(Violation::sentence).collect(Collectors.joining(" "));
    return note(ForeignText.ON_PAGES.show("It cannot be bought any more. " + why, MAX_SENTENCE));
  }

  @Override
  public Optional<Message> notPending(ConfirmOutcome.NotPending outcome) {
    return note("It waits for no answer any more.");
  }

  @Override
  public Optional<Message> vendorSilent(ConfirmOutcome.VendorSilent outcome) {
    return note("The vendor does not answer, so its prices could not be checked. Try it again.");
  }

  private static Optional<Message> note(String text) {
    return Optional.of(new Message("Not confirmed", text));
  }
}
