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
import org.junit.jupiter.params.provider.EnumSource;

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
    Letter letter =
        writer.write(Notice.asking(Notice.Kind.ORDER_REPLACED, Sheets.replacing(), LINK));

    assertThat(letter.subject()).startsWith("The price has changed: confirm 13.21 USD");
    assertThat(letter.text())
        .contains("Eggs, grade A, large: 2.76 USD → 2.94 USD", "Oats, rolled: new, 1.10 USD");
    assertThat(letter.html()).contains("2.76 USD → 2.94 USD");
  }

  @Test
  void aStrangersTextIsInertInBothBodies() {
    Letter letter = writer.write(Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.hostile(), LINK));

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
        writer.write(
            List.of(
                Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.pending(), LINK),
                Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.hostile(), second)));

    assertThat(letter.subject()).isEqualTo("2 orders of pantry-agent wait for you");
    for (String body : new String[] {letter.text(), letter.html()}) {
      assertThat(body)
          .containsOnlyOnce(LINK.toString())
          .containsOnlyOnce(second.toString())
          .contains("13.21 USD", "Eggs, grade A, large", "Milk and eggs are nearly out.")
          .doesNotContain("evil.example", "thief@", "\u001B", "\u202E", "\r", "\u200B", "\uDB40")
          .doesNotContain("\nBcc:")
          .doesNotContain("x".repeat(300));
      assertThat(body.split("://", -1)).hasSize(3);
    }
    assertThat(letter.html()).doesNotContain("<script", "<img", "</bdi></td><script");
    assertThat(letter.toString()).doesNotContain("LLL", "MMM");
  }

  @Test
  void aGatheredLetterOfADryRunSaysSo() {
    Notice live = Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.live(), LINK);
    Notice dry = Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.pending(), LINK);

    assertThat(writer.write(List.of(dry, dry)).text()).contains("DRY RUN: NO MONEY MOVES");
    assertThat(writer.write(List.of(live, live)).text()).doesNotContainIgnoringCase("dry run");
    assertThat(writer.write(List.of(dry)).text()).isEqualTo(writer.write(dry).text());
  }

  @Test
  void onlyADryRunSaysThatNoMoneyMoves() {
    Letter live = writer.write(Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.live(), LINK));

    assertThat(proposed().text()).contains("DRY RUN: NO MONEY MOVES");
    assertThat(proposed().html()).contains("Dry run: no money moves");
    assertThat(live.text()).doesNotContainIgnoringCase("dry run");
    assertThat(live.html()).doesNotContainIgnoringCase("dry run");
  }

  @ParameterizedTest
  @EnumSource(
      value = Notice.Kind.class,
      names = {"ORDER_PAID", "ORDER_FAILED", "ORDER_IN_DOUBT"})
  void whatOnlyTellsHasNoLink(Notice.Kind kind) {
    Letter letter = writer.write(Notice.telling(kind, Sheets.in(OrderState.PAID)));

    assertThat(letter.text() + letter.html()).doesNotContain("://", "href");
    assertThatThrownBy(() -> Notice.asking(kind, Sheets.pending(), LINK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQuestionWithoutALinkIsRefused() {
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Notice.telling(Notice.Kind.ORDER_PROPOSED, Sheets.pending()));
  }

  @Test
  void nothingPrintsTheLink() {
    Notice notice = Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.pending(), LINK);

    assertThat(notice.toString()).doesNotContain("LLL");
    assertThat(writer.write(notice).toString()).doesNotContain("LLL");
  }

  @Test
  void aHeaderOfTwoLinesIsRefused() {
    Letter.About about = Letter.About.one(Notice.Kind.ORDER_PAID, Sheets.ORDER);

    assertThatThrownBy(() -> new Letter(about, "o@example.org", "a\r\nBcc: x@example.org", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Letter(about, "o@example.org\nx", "a", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Letter proposed() {
    return writer.write(Notice.asking(Notice.Kind.ORDER_PROPOSED, Sheets.pending(), LINK));
  }
}
