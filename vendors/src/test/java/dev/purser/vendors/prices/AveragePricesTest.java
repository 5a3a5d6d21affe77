package dev.purser.vendors.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Money;
import dev.purser.vendors.Product;
import dev.purser.vendors.Samples;
import dev.purser.vendors.catalogue.CatalogueFile;
import dev.purser.vendors.catalogue.CatalogueLoad;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragePricesTest {
  private final Path directory;
  private final Path file;

  AveragePricesTest(@TempDir Path directory) {
    this.directory = directory;
    this.file = directory.resolve("corner-store.csv");
  }

  private CatalogueLoad july() throws IOException {
    AveragePrices.of(YearMonth.of(2022, 7)).writeCatalogue(file);
    return new CatalogueFile(file, Samples.description()).load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "708111 | Eggs, grade A, large | doz | 294",
        "709112 | Milk, fresh, whole, fortified | gal | 416",
        "717311 | Coffee | lb | 611",
        "710411 | Ice cream, prepackaged, regular | 1/2 gal | 562"
      })
  void julyIsAsTheBureauCountedIt(String sku, String title, String size, long cents)
      throws IOException {
    assertThat(july().products())
        .contains(
            new Product(
                sku,
                Optional.empty(),
                title,
                size,
                Optional.of(Money.ofMinor("USD", cents)),
                Samples.PANTRY));
  }

  @Test
  void everyRowOfTheMonthCanBeSold() throws IOException {
    CatalogueLoad load = july();

    assertThat(load.problems()).isEmpty();
    assertThat(load.products()).hasSize(27);
  }

  @Test
  void snacksAreToldFromTheRest() throws IOException {
    assertThat(july().products())
        .filteredOn(product -> product.category().equals(Samples.TREATS))
        .extracting(Product::title)
        .containsExactly("Potato chips");
  }

  @ParameterizedTest
  @CsvSource({"1.224,1.22", "1.225,1.23", "1.235,1.24", "1.226,1.23", "0.995,1.00", "4.156,4.16"})
  void halfCentGoesUp(BigDecimal usd, String price) {
    assertThat(new AveragePrice("APU0000708111", "Eggs", "doz", 2022, 7, usd).price())
        .isEqualTo(new BigDecimal(price));
  }

  @Test
  void fileIsReplacedAndNothingElseIsLeft() throws IOException {
    Files.writeString(file, "old");
    july();

    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void unknownMonthNamesTheMonthsThereAre() {
    assertThatThrownBy(() -> AveragePrices.of(YearMonth.of(2022, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2022-09")
        .hasMessageContaining("2022-01")
        .hasMessageContaining("2022-08");
  }
}
