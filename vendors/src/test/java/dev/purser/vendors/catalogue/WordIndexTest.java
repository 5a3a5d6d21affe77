package dev.purser.vendors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import dev.purser.vendors.Product;
import dev.purser.vendors.Samples;
import dev.purser.vendors.SearchHit;
import dev.purser.vendors.prices.AveragePrices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordIndexTest {
  private static final WordIndex SOME =
      index("Apples", "Applesauce, plain", "Apple pie", "Pie, apple and rhubarb", "Crème brûlée");

  private static WordIndex index(String... titles) {
    List<Product> products = new ArrayList<>();
    for (String title : titles) {
      products.add(Samples.product("sku-" + products.size(), title));
    }
    return new WordIndex(products);
  }

  private static WordIndex cornerStore(Path directory) throws IOException {
    Path file = directory.resolve("corner-store.csv");
    AveragePrices.of(YearMonth.of(2022, 7)).writeCatalogue(file);
    return new WordIndex(new CatalogueFile(file, Samples.description()).load().products());
  }

  private static List<String> titles(List<SearchHit> hits) {
    return hits.stream().map(hit -> hit.product().title()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole milk | Milk, fresh, whole, fortified",
        "milk whole | Milk, fresh, whole, fortified",
        "eggs | Eggs, grade A, large",
        "EGG | Eggs, grade A, large",
        "a dozen of | ",
        "coffee | Coffee",
        "potatoes | Potatoes, White",
        "tomato | Tomatoes",
        "gal milk | Milk, fresh, whole, fortified",
        "the orange juice | Orange juice, frozen concentrate",
        "bread | Bread",
        "whole wheat bread | Bread, Whole Wheat"
      })
  void wholeWordsFindAndAreExact(String query, String title, @TempDir Path directory)
      throws IOException {
    List<SearchHit> hits = cornerStore(directory).search(query, 8);

    if (title == null) {
      assertThat(hits).isEmpty();
    } else {
      assertThat(titles(hits)).first().isEqualTo(title);
      assertThat(hits.get(0).exact()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coffe | Coffee",
        "cofee | Coffee",
        "mlik | Milk, fresh, whole, fortified",
        "whole mlik | Milk, fresh, whole, fortified",
        "spagetti | Spaghetti, and Macaroni",
        "strawbarys | Strawberries, dry pint",
        "caviar | ",
        "mlk | ",
        "mkli | "
      })
  void misspeltAndUnfinishedWordsAreGuesses(String query, String title, @TempDir Path directory)
      throws IOException {
    List<SearchHit> hits = cornerStore(directory).search(query, 8);

    if (title == null) {
      assertThat(hits).isEmpty();
    } else {
      assertThat(titles(hits)).first().isEqualTo(title);
      assertThat(hits).noneMatch(SearchHit::exact);
    }
  }

  @Test
  void exactTitleComesBeforeEarlierWordBeforeLaterWordBeforeBeginning() {
    assertThat(titles(SOME.search("apple", 8)))
        .containsExactly("Apples", "Apple pie", "Pie, apple and rhubarb", "Applesauce, plain");
  }

  @Test
  void onlyWholeWordsAreExact() {
    assertThat(SOME.search("apple", 8))
        .extracting(SearchHit::exact)
        .containsExactly(true, true, true, false);
  }

  @Test
  void allWordsMustBeFound() {
    assertThat(titles(SOME.search("apple pie", 8)))
        .containsExactly("Apple pie", "Pie, apple and rhubarb");
    assertThat(SOME.search("apple custard", 8)).isEmpty();
  }

  @Test
  void accentsDoNotMatter() {
    assertThat(titles(SOME.search("creme BRULEE", 8))).containsExactly("Crème brûlée");
  }

  @Test
  void nothingIsTakenForMisspeltWhereSomethingIsSpeltSo() {
    assertThat(titles(index("Rice", "Ride", "Dice").search("rice", 8))).containsExactly("Rice");
  }

  @Test
  void anotherNumberIsNoMisspelling() {
    assertThat(index("Vitamin 1000").search("1001", 8)).isEmpty();
  }

  @Test
  void twoSlipsAreForgivenOnlyInLongWords() {
    assertThat(index("abcdefgh").search("abcdefxy", 8)).hasSize(1);
    assertThat(index("abcdefg").search("abcdexy", 8)).isEmpty();
  }

  @Test
  void shortWordsAreNeverTakenForMisspelt() {
    assertThat(index("abcd").search("abxd", 8)).hasSize(1);
    assertThat(index("abc").search("abx", 8)).isEmpty();
  }

  @Test
  void sizeIsSearchedAfterTitle() {
    Product flat = new Product("1", Optional.empty(), "Milk", "large box", price(), Samples.PANTRY);
    Product large = Samples.product("2", "Milk large");

    assertThat(new WordIndex(List.of(flat, large)).search("large milk", 8))
        .extracting(hit -> hit.product().sku())
        .containsExactly("2", "1");
  }

  private static Optional<Money> price() {
    return Optional.of(Money.ofMinor("USD", 1));
  }

  @Test
  void orderDoesNotDependOnOrderOfFile() {
    List<Product> products =
        new ArrayList<>(
            List.of(
                Samples.product("3", "Milk"),
                Samples.product("1", "Milk"),
                Samples.product("2", "Milk")));
    List<SearchHit> hits = new WordIndex(products).search("milk", 8);
    Collections.reverse(products);

    assertThat(new WordIndex(products).search("milk", 8)).isEqualTo(hits);
    assertThat(hits).extracting(hit -> hit.product().sku()).containsExactly("1", "2", "3");
  }

  @Test
  void limitIsKept() {
    assertThat(SOME.search("apple", 2)).hasSize(2);
    assertThat(SOME.search("apple", 0)).isEmpty();
    assertThat(SOME.search("apple", -1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "%_*?.(", "\u0000", "\uD800", "\uFFFF", "a\uFFFF", "ﷺﷺﷺ", "' or 1=1 --"})
  void oddTextFindsNothingAndHarmsNothing(String query) {
    assertThat(SOME.search(query, 8)).isEmpty();
  }

  @Property(tries = 200)
  void anyTextIsAnswered(@ForAll @StringLength(max = 400) String query) {
    assertThat(SOME.search(query, 8)).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void longestQueriesAreAnsweredOverAllRealProducts() {
    Path file = Path.of("src", "test", "resources", "products", "datakick-items.csv");
    WordIndex index =
        new WordIndex(
            new CatalogueFile(file, Samples.description(null, Samples.datakickColumns()))
                .load()
                .products());

    assertThat(titles(index.search("hunts tomato ketchup", 8)))
        .isNotEmpty()
        .allMatch(title -> title.contains("Ketchup"));
    assertThat(titles(index.search("vitamin c 500 mg meijer", 8)))
        .first()
        .isEqualTo("Meijer Vitamin C 500 mg");
    assertThat(index.search("zzzzq ".repeat(40), 8)).isEmpty();
    assertThat(index.search("qa qb qc qd qe qf qg qh ".repeat(8), 8)).isEmpty();
    assertThat(index.search("qwxyzab qwxyzac qwxyzad qwxyzae qwxyzaf qwxyzag qwxyzah", 8))
        .isEmpty();
  }
}
