package dev.purser.daemon.notices;

import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.orders.OrderSheet;
import java.util.List;

/** Words a notice as a letter. A subject names the payee as the owner does, and no product. */
public final class LetterWriter {
  private final Templates templates;
  private final String recipient;

  /**
   * A writer of letters to one person.
   *
   * @param recipient the owner's address
   */
  public LetterWriter(Templates templates, String recipient) {
    this.templates = templates;
    this.recipient = recipient;
  }

  public Letter write(Notice notice) {
    OrderSheet sheet = notice.sheet();
    LetterPage page =
        new LetterPage(
            subject(notice.kind(), new ShownOrder(sheet, ForeignText.IN_MAIL)),
            opening(notice.kind()),
            new ShownOrder(sheet, ForeignText.IN_MAIL),
            notice.link().map(Object::toString));
    return new Letter(
        Letter.About.one(notice.kind(), sheet.order()),
        recipient,
        page.subject(),
        templates.text("letter.jte", page),
        templates.html("letter.jte", page));
  }

  /**
   * One letter for all of them.
   *
   * @param notices at least one; if there are more, all ask about proposals of one agent
   */
  public Letter write(List<Notice> notices) {
    if (notices.size() == 1) {
      return write(notices.get(0));
    }
    List<GatheredPage.Question> questions =
        notices.stream()
            .map(
                notice ->
                    new GatheredPage.Question(
                        new ShownOrder(notice.sheet(), ForeignText.IN_MAIL),
                        notice.link().orElseThrow().toString()))
            .toList();
    GatheredPage page = new GatheredPage(questions);
    return new Letter(
        new Letter.About(
            Notice.Kind.ORDER_PROPOSED,
            notices.stream().map(notice -> notice.sheet().order()).toList()),
        recipient,
        page.subject(),
        templates.text("letters.jte", page),
        templates.html("letters.jte", page));
  }

  private static String subject(Notice.Kind kind, ShownOrder order) {
    String what = order.total() + " at " + order.payee();
    return switch (kind) {
      case ORDER_PROPOSED -> "Confirm " + what + "?";
      case ORDER_REPLACED -> "The price has changed: confirm " + what + "?";
      case ORDER_PAID -> "Paid " + what;
      case ORDER_FAILED -> "Not bought: " + what;
      case ORDER_IN_DOUBT -> "In doubt: " + what;
      case STANDING_USED -> "Bought as you said: " + what;
      case STANDING_SUSPENDED -> "Standing mandate suspended: " + what;
    };
  }

  private static String opening(Notice.Kind kind) {
    return switch (kind) {
      case ORDER_PROPOSED -> "An agent asks to buy this. Nothing is bought unless you say yes.";
      case ORDER_REPLACED ->
          "The vendor's prices changed, so the order you were shown has ended and your yes does not"
              + " count for this one. Nothing is bought unless you say yes again.";
      case ORDER_PAID -> "The order that you confirmed is paid.";
      case ORDER_FAILED -> "The order did not work out, and nothing was paid.";
      case ORDER_IN_DOUBT ->
          "Whether the last step worked is not known yet. Purser is finding out, and will not pay"
              + " twice. There is nothing for you to do.";
      case STANDING_USED ->
          "An agent has bought this under your standing mandate. You can take it back on its page,"
              + " and put an end to the mandate there.";
      case STANDING_SUSPENDED ->
          "Your standing mandate is suspended: nothing is bought under it until your passkey lets it"
              + " stand again. This order has brought it about, or was its last; its page says why.";
    };
  }
}
