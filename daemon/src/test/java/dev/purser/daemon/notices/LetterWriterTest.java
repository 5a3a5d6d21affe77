package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.orders.OrderState;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {
  static final URI LINK = URI.create("http://localhost:8480/o/" + "L".repeat(43));

  private final LetterWriter writer = new LetterWriter(new Templates(), "owner@example.org");

  @Test
  void theSubjectAsksWithTotalAndPayee() {
    assertThat(proposed().subject()).isEqualTo("Confirm 13.21 USD at Corner Store?");
  }

  @Test
  void theLinkStandsOnceInEachBodyAndIsTheOnlyOne() {
    Letter letter = proposed();

    assertThat(letter.text()).containsOnlyOnce(LINK.toString()).containsOnlyOnce("://");
    assertThat(letter.html()).containsOnlyOnce(LINK.toString()).containsOnlyOnce("://");
  }

  @Test
  void bothBodiesTellWhatIsBought() {
    Letter letter = proposed();

    for (String body : new String[] {letter.text(), letter.html()}) {
      assertThat(body)
          .contains("Corner Store", "13.21 USD", "Eggs, grade A, large", "4.16 USD", "Delivery")
          .contains("Tue 24 Nov 2026, 10:00 CET", "1 Harbour Street", "pantry-agent")
          .contains("Milk and eggs are nearly out.");
    }
  }

  @Test
  void aReplacementTellsWhatChanged() {
    Letter letter = write(Notice.leading(new News.Replaced(), Sheets.replacing(), LINK));

    assertThat(letter.subject()).startsWith("The price has changed: confirm 13.21 USD");
    assertThat(letter.text())
        .contains("Eggs, grade A, large: 2.76 USD → 2.94 USD", "Oats, rolled: new, 1.10 USD");
    assertThat(letter.html()).contains("2.76 USD → 2.94 USD");
  }

  @Test
  void aStrangersTextIsInertInBothBodies() {
    Letter letter = write(Notice.leading(new News.Proposed(), Sheets.hostile(), LINK));

    for (String body : new String[] {letter.text(), letter.html()}) {
      assertThat(body)
          .containsOnlyOnce("://")
          .doesNotContain("evil.example", "thief@", "\u001B", "\u202E", "\r", "\u200B", "\uDB40")
          .doesNotContain("\nBcc:")
          .doesNotContain("x".repeat(300));
    }
    assertThat(letter.html()).doesNotContain("<script", "<img", "</bdi></td><script");
  }

  @Test
  void manyProposalsAreOneLetterWithALinkEach() {
    URI second = URI.create("http://localhost:8480/o/" + "M".repeat(43));
    Letter letter =
        write(
            Notice.leading(new News.Proposed(), Sheets.pending(), LINK),
            Notice.leading(new News.Proposed(), Sheets.hostile(), second));

    assertThat(letter.subject()).isEqualTo("2 orders of pantry-agent wait for you");
    for (String body : new String[] {letter.text(), letter.html()}) {
      assertThat(body)
          .containsOnlyOnce(LINK.toString())
          .containsOnlyOnce(second.toString())
          .containsOnlyOnce("/several/" + "L".repeat(43) + "." + "M".repeat(43))
          .contains("13.21 USD", "Eggs, grade A, large", "Milk and eggs are nearly out.")
          .doesNotContain("evil.example", "thief@", "\u001B", "\u202E", "\r", "\u200B", "\uDB40")
          .doesNotContain("\nBcc:")
          .doesNotContain("x".repeat(300));
      assertThat(body.split("://", -1)).hasSize(4);
    }
    assertThat(letter.html()).doesNotContain("<script", "<img", "</bdi></td><script");
    assertThat(letter.toString()).doesNotContain("LLL", "MMM");
  }

  @Test
  void aGatheredLetterOfADryRunSaysSo() {
    Notice live = Notice.leading(new News.Proposed(), Sheets.live(), LINK);
    Notice dry = Notice.leading(new News.Proposed(), Sheets.pending(), LINK);

    assertThat(write(dry, dry).text()).contains("DRY RUN: NO MONEY MOVES");
    assertThat(write(live, live).text()).doesNotContainIgnoringCase("dry run");
  }

  @Test
  void onlyADryRunSaysThatNoMoneyMoves() {
    Letter live = write(Notice.leading(new News.Proposed(), Sheets.live(), LINK));

    assertThat(proposed().text()).contains("DRY RUN: NO MONEY MOVES");
    assertThat(proposed().html()).contains("Dry run: no money moves");
    assertThat(live.text()).doesNotContainIgnoringCase("dry run");
    assertThat(live.html()).doesNotContainIgnoringCase("dry run");
  }

  @ParameterizedTest
  @MethodSource("whatOnlyTells")
  void whatOnlyTellsHasNoLink(News kind) {
    Letter letter = write(Notice.telling(kind, Sheets.in(OrderState.PAID)));

    assertThat(letter.text() + letter.html()).doesNotContain("://", "href");
    assertThatThrownBy(() -> Notice.leading(kind, Sheets.pending(), LINK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQuestionWithoutALinkIsRefused() {
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.telling(new News.Proposed(), Sheets.pending()));
  }

  @Test
  void nothingPrintsTheLink() {
    Notice notice = Notice.leading(new News.Proposed(), Sheets.pending(), LINK);

    assertThat(notice.toString()).doesNotContain("LLL");
    assertThat(write(notice).toString()).doesNotContain("LLL");
  }

  @Test
  void aHeaderOfTwoLinesIsRefused() {
    Letter.About about = proposed().about();

    assertThatThrownBy(() -> new Letter(about, "o@example.org", "a\r\nBcc: x@example.org", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Letter(about, "o@example.org\nx", "a", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<News> whatOnlyTells() {
    return List.of(new News.Paid(), new News.Failed(), new News.InDoubt());
  }

  private Letter proposed() {
    return write(Notice.leading(new News.Proposed(), Sheets.pending(), LINK));
  }

  private Letter write(Notice... notices) {
    return writer.write("id", List.of(notices));
  }
}
