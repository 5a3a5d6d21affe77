package dev.purser.vendors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "eggs,egg",
    "tomatoes,tomato",
    "potatoes,Potato",
    "berries,berry",
    "cookies,Cookie",
    "pies,pie",
    "peaches,peach",
    "boxes,box",
    "glasses,glass",
    "shoes,shoe",
    "CRÈME,creme",
    "Joe's,joes",
    "ﬁg,fig"
  })
  void theseAreOneWord(String one, String other) {
    assertThat(Words.of(one)).isEqualTo(Words.of(other));
  }

  @ParameterizedTest
  @CsvSource({"gas,ga", "glass,glas", "asparagus,asparagu", "coffee,coffe", "rice,ric"})
  void theseAreTwo(String one, String other) {
    assertThat(Words.of(one)).isNotEqualTo(Words.of(other));
  }

  @Test
  void smallWordsCountOnlyAmongThemselves() {
    assertThat(Words.telling("a bag of the rice")).containsExactly("bag", "rice");
    assertThat(Words.telling("of the")).containsExactly("of", "the");
  }

  @Test
  void textWithoutWordsHasNone() {
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of("!?'\u0301\u202E")).isEmpty();
  }
}
