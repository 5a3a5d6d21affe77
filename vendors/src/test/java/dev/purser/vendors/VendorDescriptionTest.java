package dev.purser.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorDescriptionTest {
  /** As strict as the daemon reads it. */
  private static final JsonMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .addModule(new Jdk8Module())
          .build();

  private static final String COMPLETE =
      """
      id: corner-store
      payee: Corner Store
      origin: https://corner-store.example
      currency: USD
      delivery: 3.50 USD
      categories:
        snacks: household/treats
        "*": household/pantry
      catalogue:
        file: corner-store.csv
      orders: corner-store-orders
      """;

  private static VendorDescription read(String yaml) throws JsonProcessingException {
    return YAML.readValue(yaml, VendorDescription.class);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    VendorDescription description = read(COMPLETE);

    assertThat(description.id()).isEqualTo(Samples.CORNER_STORE);
    assertThat(description.pinnedPayee())
        .isEqualTo(new Payee("Corner Store", URI.create("https://corner-store.example")));
    assertThat(description.deliveryCharge())
        .contains(new Charge("Delivery", Money.ofMinor("USD", 350)));
    assertThat(description.catalogue().columns()).isEqualTo(CatalogueColumns.DEFAULT);
    assertThat(description.catalogueFile(Path.of("/etc/v")))
        .isEqualTo(Path.of("/etc/v/corner-store.csv"));
    assertThat(description.ordersDirectory(Path.of("/etc/v")))
        .isEqualTo(Path.of("/etc/v/corner-store-orders"));
  }

  @Test
  void sampleIsReadAsItStands() throws IOException {
    Path sample = Path.of("..", "config", "vendors", "corner-store.yml");
    VendorDescription description = read(Files.readString(sample));

    assertThat(description.payee()).isEqualTo("Corner Store");
    assertThat(description.deliveryCharge()).isEmpty();
    assertThat(description.categoryOf("snacks")).contains(Samples.TREATS);
    assertThat(description.orders()).isEqualTo("corner-store-orders");
  }

  @Test
  void whatTheSampleCommentsOutCanBeUncommented() throws IOException {
    Path sample = Path.of("..", "config", "vendors", "corner-store.yml");
    String all =
        Files.readString(sample).replaceAll("(?m)^( *)# (delivery:|columns:|  \\w+:)", "$1$2");
    VendorDescription description = read(all);

    assertThat(description.deliveryCharge()).isPresent();
    assertThat(description.catalogue().columns().title()).containsExactly("brand", "name");
  }

  @Test
  void categoriesAreComparedWithoutCaseAndStarIsTheRest() throws IOException {
    VendorDescription description = read(COMPLETE);

    assertThat(description.categoryOf("SNACKS")).contains(Samples.TREATS);
    assertThat(description.categoryOf("")).contains(Samples.PANTRY);
    assertThat(read(COMPLETE.replace("\"*\"", "eggs")).categoryOf("milk")).isEmpty();
  }

  @Test
  void titleMayBeOneColumnOrSeveral() throws IOException {
    String one = "  columns: { sku: GTIN-14, title: Name }\norders:";
    String several = "  columns: { title: [Brand Name, Name] }\norders:";

    assertThat(read(COMPLETE.replace("orders:", one)).catalogue().columns().title())
        .isEqualTo(List.of("Name"));
    assertThat(read(COMPLETE.replace("orders:", several)).catalogue().columns().title())
        .isEqualTo(List.of("Brand Name", "Name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "https://shop.example:8443",
        "http://localhost",
        "http://localhost:8480"
      })
  void originIsSchemeHostAndPort(String origin) throws IOException {
    assertThat(read(COMPLETE.replace("https://corner-store.example", origin)).origin())
        .isEqualTo(URI.create(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example",
        "ftp://shop.example",
        "https://user@shop.example",
        "https://good.example@evil.example",
        "https://shop.example/",
        "https://shop.example/path",
        "https://shop.example?q",
        "https://shop.example#f",
        "https://shop.example:0",
        "https://shop.example:70000",
        "https://shop.example:",
        "https://ѕhop.example",
        "http://localhost.evil.example",
        "shop.example",
        "'https:'",
        "mailto:shop@example.com"
      })
  void anyOtherOriginIsRefused(String origin) {
    assertThatThrownBy(() -> read(COMPLETE.replace("https://corner-store.example", origin)))
        .hasMessageContaining("origin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: corner-store | id: Corner Store | id",
        "payee: Corner Store | payee: ''| payee",
        "payee: Corner Store | payee: \"Corner\\u202EStore\" | payee",
        "currency: USD | currency: usd | currency",
        "delivery: 3.50 USD | delivery: 3.50 EUR | delivery",
        "delivery: 3.50 USD | delivery: 0.00 USD | delivery",
        "delivery: 3.50 USD | delivery: -1.00 USD | delivery",
        "delivery: 3.50 USD | delivery: 3.505 USD | delivery",
        "snacks: household/treats | snacks: Household | snacks",
        "snacks: household/treats | snacks: | snacks",
        "file: corner-store.csv | file: '' | catalogue.file",
        "orders: corner-store-orders | orders: ' ' | orders",
        "orders: corner-store-orders | order: x | order",
        "orders: corner-store-orders | id: again | id",
      })
  void errorsNameTheKey(String from, String to, String key) {
    assertThatThrownBy(() -> read(COMPLETE.replace(from, to))).hasMessageContaining(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "payee", "origin", "currency", "categories", "catalogue", "orders"})
  void missingKeysAreNamed(String key) throws IOException {
    var tree = (ObjectNode) YAML.readTree(COMPLETE);
    tree.remove(key);

    assertThatThrownBy(() -> YAML.treeToValue(tree, VendorDescription.class))
        .hasMessageContaining(key + ": is missing");
  }

  @Test
  void sameCategoryInTwoCasesIsRefused() {
    assertThatThrownBy(() -> read(COMPLETE.replace("  \"*\"", "  Snacks")))
        .hasMessageContaining("is there twice");
  }
}
