package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.e2e.RawPost.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of real products, dirty as real data is, and without prices. */
class DatakickIT {
  private static final Path PRODUCTS =
      Path.of("..", "vendors", "src", "test", "resources", "products", "datakick-items.csv");
  private static final String VITAMIN_C = "00041250500735";

  private static final Demo DEMO = Demo.stopped().hurried();
  private static final RawPost AGENT = new RawPost(DEMO.doors().agent());

  @BeforeAll
  static void listTheVendor() {
    TestFiles.copy(PRODUCTS, DEMO.file("vendors/datakick-items.csv"));
    TestFiles.write(
        DEMO.file("vendors/datakick.yml"),
        """
        id: datakick
        payee: Datakick
        origin: https://datakick.example
        currency: USD
        categories:
          "*": household/pantry
        catalogue:
          file: datakick-items.csv
          columns:
            sku: GTIN-14
            gtin: GTIN-14
            title: [Brand Name, Name]
            size: Size
        orders: datakick-orders
        """);
    DEMO.edit("policy.yml", "vendors: [corner-store]", "vendors: [corner-store, datakick]").start();
  }

  @AfterAll
  static void remove() {
    DEMO.close();
  }

  @Test
  void everyRowButOneIsLoadedAndThatOneIsNamed() {
    assertThat(
            PurserJar.command(
                    OsUser.self(), "vendor", "check", DEMO.file("vendors/datakick.yml").toString())
                .run()
                .orFail())
        .contains("line 507", "6560 products, 1 rows skipped");
  }

  @Test
  void aProductIsFoundByItsGtinAndRefusedByNameForWantOfAPrice() throws IOException {
    Reply found = AGENT.json("add-to-cart", Map.of("item", "041250500735", "quantity", 2));
    assertThat(found.at("/result")).isEqualTo("in_cart");
    assertThat(found.at("/cart/lines/0/title")).isEqualTo("Meijer Vitamin C 500 mg");

    Reply refused = AGENT.json("propose-order", Map.of("vendor", "datakick"));
    assertThat(refused.at("/status")).isEqualTo("denied");
    assertThat(refused.at("/violations/0/code")).isEqualTo("price-unknown");
    assertThat(refused.at("/violations/0/sku")).isEqualTo(VITAMIN_C);
    assertThat(refused.at("/violations/0/detail")).contains("Meijer Vitamin C 500 mg");
    assertThat(refused.body().at("/total").isNull()).isTrue();
  }

  @Test
  void budgetThatNothingIsSoldForIsSetWithANote() {
    String month = DEMO.thisMonth().toString();

    assertThat(DEMO.purser("budget", "set", "household/pantri", month, "9.00", "USD").orFail())
        .contains("Note: no vendor sells anything in household/pantri");
    assertThat(DEMO.purser("budget", "set", "household/pantry", month, "90.00", "USD").orFail())
        .doesNotContain("Note:");
  }

  @Test
  void aProductIsFoundByWordsEvenMistyped() throws IOException {
    Reply found =
        AGENT.json("add-to-cart", Map.of("item", "meijer vitamim c 500 mg", "quantity", 0));
    assertThat(found.body().toString()).contains(VITAMIN_C);
  }

  @Test
  void aGtinWithAWrongCheckDigitIsAClearProblem() throws IOException {
    Reply wrong = AGENT.json("add-to-cart", Map.of("item", "041250500736", "quantity", 1));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.at("/code")).isEqualTo("gtin-check-digit");
    assertThat(wrong.at("/detail")).contains("041250500736");
  }
}
