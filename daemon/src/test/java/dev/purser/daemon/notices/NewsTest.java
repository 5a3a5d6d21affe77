package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.orders.OrderState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewsTest {
  private static final Instant UNDO_UNTIL = Instant.parse("2026-11-23T10:10:00Z");

  private final LetterWriter writer = new LetterWriter(new Templates(), "owner@example.org");

  static List<News> all() {
    return List.of(
        new News.Proposed(),
        new News.Replaced(),
        new News.Reminder(),
        new News.ToldAgain("smtp-2"),
        new News.BoughtUnderMandate("pantry", UNDO_UNTIL),
        new News.MandateSuspended("You declined an order."),
        new News.Paid(),
        new News.Failed(),
        new News.InDoubt());
  }

  @Test
  void thisTestKnowsAllKinds() {
    assertThat(all())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(News.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("all")
  void newsComesOutOfTheTableAsItWentIn(News news) {
    assertThat(StoredNews.of(news, Sheets.EXPIRES).news()).isEqualTo(news);
    assertThat(StoredNews.of(news, Sheets.EXPIRES).kind()).hasSizeLessThanOrEqualTo(32);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAsksIsOfUseUntilTheOrderExpires(News news) {
    Instant until = StoredNews.of(news, Sheets.EXPIRES).usefulUntil();

    assertThat(until.equals(Sheets.EXPIRES)).isEqualTo(news.asksForAnswer());
  }

  @Test
  void aPurchaseUnderAMandateIsToldWithItsNameAndTheTimeToUndo() {
    News bought = new News.BoughtUnderMandate("pan\u202Etry\r\nBcc: x@evil.example", UNDO_UNTIL);
    Letter letter =
        writer.write(
            "1",
            List.of(
                Notice.leading(
                    bought,
                    Sheets.undoable(OrderState.CONFIRMED, UNDO_UNTIL),
                    LetterWriterTest.LINK)));

    assertThat(letter.subject()).isEqualTo("Bought for you: 13.21 USD at Corner Store");
    for (String body : List.of(letter.text(), letter.html())) {
      assertThat(body)
          .contains("Mon 23 Nov 2026, 11:10 CET", "standing mandate (pantry Bcc")
          .containsOnlyOnce(LetterWriterTest.LINK.toString())
          .doesNotContain("\u202E", "\r", "evil.example", "confirm or decline");
    }
  }

  @Test
  void newsOfDifferentKindsIsOneLetterThatSaysOfEachWhatItIs() {
    Letter letter =
        writer.write(
            "1",
            List.of(
                Notice.telling(new News.Paid(), Sheets.in(OrderState.PAID)),
                Notice.leading(new News.Reminder(), Sheets.hostile(), LetterWriterTest.LINK)));

    assertThat(letter.subject()).isEqualTo("News of 2 orders");
    assertThat(letter.about().slug()).isEqualTo("several-news");
    for (String body : List.of(letter.text(), letter.html())) {
      assertThat(body)
          .containsSubsequence("Paid 13.21 USD at Corner Store", "As you asked: confirm 13.21 USD")
          .containsOnlyOnce("://")
          .doesNotContain("evil.example", "\u001B", "\u202E", "\r");
    }
    assertThat(letter.html()).doesNotContain("<script", "<img");
  }

  @Test
  void aKindThatNobodyKnowsIsNotGuessed() {
    StoredNews odd = new StoredNews("ORDER_LOST", null, Sheets.EXPIRES);

    assertThatThrownBy(odd::news).isInstanceOf(IllegalStateException.class);
  }
}
