package dev.purser.daemon.notices;

import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;

/**
 * How news is put.
 *
 * @param subject one line; names the payee as the owner does, and no product
 * @param opening what has happened, in a sentence or two
 * @param invitation to what the link leads to; empty where there is none
 * @param until when that is over
 */
record Words(String subject, String opening, String invitation, String until) {
  private static final int MAX_MANDATE = 80;
  private static final int MAX_WHY = 280;

  static Words of(News news, OrderSheet sheet) {
    return news.match(
        new Choice(
            new ShownOrder(sheet, ForeignText.IN_MAIL), new OwnerClock(sheet.times().zone())));
  }

  private record Choice(ShownOrder order, OwnerClock clock) implements News.Cases<Words> {
    @Override
    public Words proposed(News.Proposed news) {
      return question(
          "Confirm " + what() + "?",
          "An agent asks to buy this. Nothing is bought unless you say yes.");
    }

    @Override
    public Words replaced(News.Replaced news) {
      return question(
          "The price has changed: confirm " + what() + "?",
          "The vendor's prices changed, so the order you were shown has ended and your yes does not"
              + " count for this one. Nothing is bought unless you say yes again.");
    }

    @Override
    public Words reminder(News.Reminder news) {
      return question(
          "As you asked: confirm " + what() + "?",
          "You wanted to hear of this order again. Nothing is bought unless you say yes.");
    }

    @Override
    public Words toldAgain(News.ToldAgain news) {
      return question(
          "Not answered yet: confirm " + what() + "?",
          "An agent asks to buy this, and you have not answered. In case the first letter was lost,"
              + " this one comes another way. Nothing is bought unless you say yes.");
    }

    @Override
    public Words boughtUnderMandate(News.BoughtUnderMandate news) {
      String mandate = ForeignText.IN_MAIL.show(news.mandate(), MAX_MANDATE);
      return new Words(
          "Bought for you: " + what(),
          "An agent buys this, and your standing mandate (%s) says yes without asking you."
              .formatted(mandate),
          "Look at it, and undo it if you like",
          clock.full(news.undoUntil()));
    }

    @Override
    public Words mandateSuspended(News.MandateSuspended news) {
      return new Words(
          "Standing mandate suspended: " + what(),
          "Nothing is bought under your standing mandate until your passkey lets it stand again. "
              + ForeignText.IN_MAIL.show(news.why(), MAX_WHY),
          "Look at the order, which has brought it about or was its last, and at the mandate",
          "your passkey lets it stand again");
    }

    @Override
    public Words paid(News.Paid news) {
      return told("Paid " + what(), "The order that you confirmed is paid.");
    }

    @Override
    public Words failed(News.Failed news) {
      return told("Not bought: " + what(), "The order did not work out, and nothing was paid.");
    }

    @Override
    public Words inDoubt(News.InDoubt news) {
      return told(
          "In doubt: " + what(),
          "Whether the last step worked is not known yet. Purser is finding out, and will not pay"
              + " twice. There is nothing for you to do.");
    }

    private String what() {
      return order.total() + " at " + order.payee();
    }

    private Words question(String subject, String opening) {
      return new Words(subject, opening, "Look at it, then confirm or decline", order.expiresAt());
    }

    private static Words told(String subject, String opening) {
      return new Words(subject, opening, "", "");
    }
  }
}
