package dev.purser.vendors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Money;
import dev.purser.vendors.CatalogueColumns;
import dev.purser.vendors.Gtin;
import dev.purser.vendors.Product;
import dev.purser.vendors.Samples;
import dev.purser.vendors.VendorDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
  private static final String HEADER = "sku,gtin,title,size,price,currency,category\n";

  private final Path directory;

  CatalogueFileTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private CatalogueLoad load(String csv) throws IOException {
    return load(csv, CatalogueColumns.DEFAULT);
  }

  private CatalogueLoad load(String csv, CatalogueColumns columns) throws IOException {
    Path file = Files.writeString(directory.resolve("corner-store.csv"), csv);
    return new CatalogueFile(file, Samples.description(null, columns)).load();
  }

  private static List<String> skus(CatalogueLoad load) {
    return load.products().stream().map(Product::sku).toList();
  }

  private static List<Integer> badLines(CatalogueLoad load) {
    return load.problems().stream().map(RowProblem::line).toList();
  }

  @Test
  void wholeRowBecomesProduct() throws IOException {
    CatalogueLoad load =
        load(HEADER + "708111,4006381333931,\"Eggs, large\",doz,2.94,USD,snacks\n");

    assertThat(load.problems()).isEmpty();
    assertThat(load.products())
        .containsExactly(
            new Product(
                "708111",
                Optional.of(new Gtin("4006381333931")),
                "Eggs, large",
                "doz",
                Optional.of(Money.ofMinor("USD", 294)),
                Samples.TREATS));
  }

  @Test
  void emptyCellsAreNoProblem() throws IOException {
    CatalogueLoad load = load(HEADER + "1,,Eggs,,,,\n2,,Milk\n");

    assertThat(load.problems()).isEmpty();
    assertThat(load.products())
        .allSatisfy(product -> assertThat(product.unitPrice()).isEmpty())
        .allSatisfy(product -> assertThat(product.category()).isEqualTo(Samples.PANTRY))
        .hasSize(2);
  }

  @Test
  void byteOrderMarkWindowsLinesBlankLinesAndCapitalsDoNotMatter() throws IOException {
    String csv = "\uFEFF\r\n SKU ,\"Title\", PRICE\r\n\r\n1,Eggs,2.94\r\n,,\r\n2,Milk,x\r\n";
    CatalogueLoad load = load(csv);

    assertThat(skus(load)).containsExactly("1");
    assertThat(badLines(load)).containsExactly(6);
  }

  @Test
  void linesWithinCellsDoNotShiftLineNumbers() throws IOException {
    String csv =
        HEADER + "1,,\"Eggs\r\nof \"\"free\"\" hens\n\",doz,bad,,\n2,,Milk,,x,,\n3,,Oats,,1,,";
    CatalogueLoad load = load(csv);

    assertThat(badLines(load)).containsExactly(2, 5);
    assertThat(skus(load)).containsExactly("3");
  }

  @Test
  void lineBreaksOfTitleBecomeBlanks() throws IOException {
    CatalogueLoad load = load(HEADER + "1,,\"Eggs\r\nof \"\"free\"\" hens\n\",doz,,,\n");

    assertThat(load.products().get(0).title()).isEqualTo("Eggs of \"free\" hens");
  }

  @Test
  void unclosedQuoteCostsOneLine() throws IOException {
    CatalogueLoad load = load(HEADER + "1,,\"Eggs,doz,,,\n2,,Milk,,,,\n3,,Oats,,,,\n");

    assertThat(badLines(load)).containsExactly(2);
    assertThat(skus(load)).containsExactly("2", "3");
  }

  @Test
  void unclosedQuoteThatSwallowsAQuotedCellCostsOneLine() throws IOException {
    CatalogueLoad load = load(HEADER + "1,,\"Eggs,,,,\n2,,\"Milk\",,,,\n3,,5\" pie,,,,\n");

    assertThat(badLines(load)).containsExactly(2);
    assertThat(skus(load)).containsExactly("2", "3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",,Eggs,,,, | has no sku",
        "1,,,,,, | has no title",
        "1,,\u200B,,,, | has no title",
        "1,4006381333932,Eggs,,,, | wrong check digit",
        "1,12345,Eggs,,,, | is not 8, 12, 13 or 14 digits",
        "1,4.01E+12,Eggs,,,, | is not 8, 12, 13 or 14 digits",
        "1,,Eggs,,-2.94,, | is not a possible price",
        "1,,Eggs,,0.00,, | is not a possible price",
        "1,,Eggs,,99999999999999,, | is not a possible price",
        "1,,Eggs,,2.945,, | is not a plain decimal",
        "1,,Eggs,,$2.94,, | is not a plain decimal",
        "1,,Eggs,,1e3,, | is not a plain decimal",
        "1,,Eggs,,NaN,, | is not a plain decimal",
        "1,,Eggs,,2.94,EUR, | currency 'EUR' is not USD",
        "1,,Eggs,,2,94,USD,pantry | has more cells",
        "0,,Again,,,, | sku '0' is already on line 2",
        "1,96385074,Again,,,, | gtin is already on line 2",
        "a\u200Bb,,Eggs,,,, | visible characters",
        "1,,\"Eggs\"x,,,, | quotes do not match",
      })
  void badRowIsReportedAndRestLoads(String row, String reason) throws IOException {
    CatalogueLoad load = load(HEADER + "0,96385074,Oats,,,,\n" + row + "\n9,,Milk,,1.00,usd,\n");

    assertThat(load.problems()).hasSize(1);
    assertThat(load.problems().get(0).line()).isEqualTo(3);
    assertThat(load.problems().get(0).reason()).contains(reason);
    assertThat(skus(load)).containsExactly("0", "9");
  }

  @Test
  void unmappedCategoryIsAProblemOnlyWithoutStar() throws IOException {
    var description = Samples.description();
    var closed =
        new VendorDescription(
            description.id(),
            description.payee(),
            description.origin(),
            description.currency(),
            null,
            Map.of("snacks", Samples.TREATS),
            description.catalogue(),
            description.orders());
    Path file =
        Files.writeString(
            directory.resolve("c.csv"), HEADER + "1,,Eggs,,,,eggs\n2,,Crisps,,,,Snacks\n");
    CatalogueLoad load = new CatalogueFile(file, closed).load();

    assertThat(load.problems()).containsExactly(new RowProblem(2, "category 'eggs' is not mapped"));
    assertThat(skus(load)).containsExactly("2");
  }

  @Test
  void overlongTitleIsCut() throws IOException {
    CatalogueLoad load =
        load(HEADER + "1,," + "x".repeat(200) + ",,,,\n2,," + "x".repeat(201) + ",,,,\n");

    assertThat(load.products().get(0).title()).isEqualTo("x".repeat(200));
    assertThat(load.products().get(1).title()).isEqualTo("x".repeat(199) + "…");
  }

  @Test
  void hostileTextIsCleanedInProductsAndInProblems() throws IOException {
    CatalogueLoad load =
        load(HEADER + "1,,\u001B[31mEggs\u202E,\u0007doz,,,\n2,,x,,\u001B[2J\u202E5,,\n");

    assertThat(load.products().get(0).title()).isEqualTo("Eggs");
    assertThat(load.products().get(0).size()).isEqualTo("doz");
    assertThat(load.problems().get(0).toString()).doesNotContain("\u001B").doesNotContain("\u202E");
  }

  @Test
  void bytesThatAreNotUtf8DoNotStopTheRest() throws IOException {
    Path file = directory.resolve("latin1.csv");
    Files.write(
        file, (HEADER + "1,,Crème,,,,\n2,,Milk,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
    CatalogueLoad load = new CatalogueFile(file, Samples.description()).load();

    assertThat(load.products().get(0).title()).isEqualTo("Cr\uFFFDme");
    assertThat(skus(load)).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "1,2,3\n", "sku,price\n1,2\n", "sku,sku,title\n", "\"sku\n"})
  void fileWithoutUsableFirstRowIsAClearError(String csv) {
    assertThatThrownBy(() -> load(csv))
        .isInstanceOf(CatalogueUnreadableException.class)
        .hasMessageContaining("corner-store.csv: ");
  }

  @Test
  void columnThatTheOwnerNamesMustBeThere() {
    CatalogueColumns columns = new CatalogueColumns(null, null, null, null, "Prise", null, null);

    assertThatThrownBy(() -> load(HEADER + "1,,Eggs,,,,\n", columns))
        .hasMessageContaining("has no column 'Prise'")
        .hasMessageContaining("sku, gtin, title");
  }

  @Test
  void absentFileAndDirectoryAreClearErrors() {
    CatalogueFile absent = new CatalogueFile(directory.resolve("none.csv"), Samples.description());
    CatalogueFile noFile = new CatalogueFile(directory, Samples.description());

    assertThatThrownBy(absent::load).hasMessageContaining("none.csv: there is no such file");
    assertThatThrownBy(noFile::load).hasMessageContaining("cannot be read");
  }

  @Test
  void everyRealProductLoadsButTheOneWithALetterInItsGtin() {
    Path file = Path.of("src", "test", "resources", "products", "datakick-items.csv");
    CatalogueLoad load =
        new CatalogueFile(file, Samples.description(null, Samples.datakickColumns())).load();

    assertThat(load.products()).hasSize(6_560);
    assertThat(load.problems()).hasSize(1);
    assertThat(load.problems().get(0).toString())
        .startsWith("line 507: ")
        .contains("00o27000382493");
    assertThat(load.products())
        .allSatisfy(product -> assertThat(product.gtin()).isPresent())
        .allSatisfy(product -> assertThat(product.unitPrice()).isEmpty());
  }
}
