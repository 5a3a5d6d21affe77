package dev.purser.daemon.notices;

import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.notices.words.Templates;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Words notices as a letter. */
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

  /**
   * One letter for all of them.
   *
   * @param id the same whenever the same notices are sent
   * @param notices at least one
   */
  public Letter write(String id, List<Notice> notices) {
    List<LetterPage> pages = notices.stream().map(LetterWriter::page).toList();
    Letter.About about = about(id, notices, pages);
    if (pages.size() == 1) {
      return letter(about, pages.get(0).subject(), "letter.jte", pages.get(0));
    }
    GatheredPage gathered = gathered(notices, pages);
    return letter(about, gathered.subject(), "letters.jte", gathered);
  }

  private static LetterPage page(Notice notice) {
    return new LetterPage(
        Words.of(notice.news(), notice.sheet()),
        new ShownOrder(notice.sheet(), ForeignText.IN_MAIL),
        notice.link().map(Object::toString));
  }

  private static Letter.About about(String id, List<Notice> notices, List<LetterPage> pages) {
    List<Letter.Matter> matters =
        notices.stream()
            .map(
                notice ->
                    Letter.Matter.of(
                        notice, new ShownOrder(notice.sheet(), ForeignText.IN_MAIL).payee()))
            .toList();
    return new Letter.About(id, pages.get(0).order().dryRun(), matters);
  }

  private static GatheredPage gathered(List<Notice> notices, List<LetterPage> pages) {
    String agent = pages.get(0).order().agent();
    boolean alike =
        notices.stream().allMatch(notice -> notice.news() instanceof News.Proposed)
            && pages.stream().allMatch(page -> page.order().agent().equals(agent));
    Optional<String> together = together(notices);
    return alike
        ? GatheredPage.ofAgent(agent, pages, together)
        : GatheredPage.mixed(pages, together);
  }

  private static Optional<String> together(List<Notice> notices) {
    return Links.together(
            notices.stream()
                .filter(notice -> notice.news().asksForAnswer())
                .flatMap(notice -> notice.link().stream())
                .toList())
        .map(URI::toString);
  }

  private Letter letter(Letter.About about, String subject, String template, Object page) {
    return new Letter(
        about, recipient, subject, templates.text(template, page), templates.html(template, page));
  }
}
