package dev.purser.vendors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.Violation.Unobtainable;
import dev.purser.vendors.CatalogueColumns;
import dev.purser.vendors.Placement;
import dev.purser.vendors.Quote;
import dev.purser.vendors.Samples;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.VendorUnavailableException;
import dev.purser.vendors.WantedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CatalogueVendorTest {
  private static final UUID ORDER = UUID.fromString("0193f2b4-0000-7000-8000-000000000001");

  private final Path directory;

  CatalogueVendorTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private CatalogueVendor vendor(String... rows) throws IOException {
    catalogue(rows);
    return new CatalogueVendor(Samples.description(), directory);
  }

  /** Moved into place, as the sample description tells people to. */
  private void catalogue(String... rows) throws IOException {
    Path next =
        Files.writeString(
            directory.resolve("next.csv"), "sku,title,price\n" + String.join("\n", rows));
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file() {
    return directory.resolve("corner-store.csv");
  }

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }

  private static RequisitionLine line(String sku, String title, int quantity, long cents) {
    return new RequisitionLine(sku, title, "", quantity, usd(cents), Samples.PANTRY);
  }

  @Test
  void quotePricesInTheOrderWanted() throws IOException {
    Quote quote =
        vendor("1,Eggs,2.94", "2,Milk,4.16")
            .quote(List.of(new WantedItem("2", "Milk", 1), new WantedItem("1", "Eggs", 3)));

    assertThat(quote.lines()).containsExactly(line("2", "Milk", 1, 416), line("1", "Eggs", 3, 294));
    assertThat(quote.charges()).isEmpty();
    assertThat(quote.unobtainable()).isEmpty();
  }

  @Test
  void whatCannotBePricedIsNamed() throws IOException {
    Quote quote =
        vendor("1,Eggs,")
            .quote(List.of(new WantedItem("1", "Egg", 1), new WantedItem("9", "Oats", 1)));

    assertThat(quote.lines()).isEmpty();
    assertThat(quote.unobtainable())
        .containsExactly(
            new Unobtainable(Unobtainable.Reason.PRICE_UNKNOWN, "1", "Eggs"),
            new Unobtainable(Unobtainable.Reason.NO_LONGER_SOLD, "9", "Oats"));
  }

  @Test
  void deliveryIsChargedOnceAndOnlyIfSomethingWasPriced() throws IOException {
    catalogue("1,Eggs,2.94", "2,Milk,4.16", "3,Oats,");
    CatalogueVendor vendor =
        new CatalogueVendor(Samples.description(usd(350), CatalogueColumns.DEFAULT), directory);

    assertThat(
            vendor.quote(List.of(new WantedItem("1", "", 2), new WantedItem("2", "", 1))).charges())
        .containsExactly(new Charge("Delivery", usd(350)));
    assertThat(vendor.quote(List.of(new WantedItem("3", "", 1))).charges()).isEmpty();
    assertThat(vendor.quote(List.of()).charges()).isEmpty();
  }

  @Test
  void changedFileIsReadAtTheNextUse() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    catalogue("1,Eggs,3.12");

    assertThat(vendor.quote(List.of(new WantedItem("1", "", 1))).lines())
        .containsExactly(line("1", "Eggs", 1, 312));
    assertThat(vendor.catalogue().bySku("1").orElseThrow().unitPrice()).contains(usd(312));
    assertThat(vendor.catalogue().search("eggs", 8)).hasSize(1);
    assertThat(vendor.load().problems()).isEmpty();
  }

  @Test
  void unchangedFileIsNotReadAgain() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");

    assertThat(vendor.catalogue()).isSameAs(vendor.catalogue());
  }

  @Test
  void unreadableFileLeavesTheLastGoodOneAndWarnsOnce() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(LiveCatalogue.class);
    logger.addAppender(log);

    Files.writeString(file(), "no columns here");
    assertThat(vendor.quote(List.of(new WantedItem("1", "", 1))).lines()).hasSize(1);
    assertThat(vendor.catalogue().bySku("1")).isPresent();
    assertThat(warnings(log)).hasSize(1);

    Files.delete(file());
    assertThat(vendor.catalogue().bySku("1")).isPresent();
    assertThat(vendor.catalogue().bySku("1")).isPresent();
    assertThat(warnings(log)).hasSize(2);

    catalogue("1,Eggs,3.12");
    assertThat(vendor.catalogue().bySku("1").orElseThrow().unitPrice()).contains(usd(312));
    logger.detachAppender(log);
  }

  private static List<String> warnings(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void vendorWithoutReadableCatalogueDoesNotStart() {
    assertThatThrownBy(() -> new CatalogueVendor(Samples.description(), directory))
        .isInstanceOf(CatalogueUnreadableException.class);
  }

  @Test
  void placedOrderIsOneFile() throws IOException {
    Placement placement = vendor("1,Eggs,2.94").place(Samples.order(ORDER));

    assertThat(placement).isEqualTo(new Placement.Placed(ORDER.toString()));
    assertThat(dropped()).containsExactly(ORDER + ".json");
    JsonNode order = new ObjectMapper().readTree(orders().resolve(ORDER + ".json").toFile());
    assertThat(order.at("/order").asText()).isEqualTo(ORDER.toString());
    assertThat(order.at("/lines/0/sku").asText()).isEqualTo("708111");
    assertThat(order.at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(order.at("/total/value").asText()).isEqualTo("5.88");
    assertThat(order.at("/total/currency").asText()).isEqualTo("USD");
    assertThat(order.at("/ship_to").asText()).isEqualTo("1 Quay Street");
  }

  @Test
  void sameOrderAgainIsTheSamePlacementAndNothingIsWrittenOver() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    vendor.place(Samples.order(ORDER));
    Files.writeString(orders().resolve(ORDER + ".json"), "worked off");

    assertThat(vendor.place(Samples.order(ORDER)))
        .isEqualTo(new Placement.Placed(ORDER.toString()));
    assertThat(orders().resolve(ORDER + ".json")).hasContent("worked off");
    assertThat(dropped()).hasSize(1);
  }

  @Test
  void sameOrderFromManyThreadsIsOneFile() throws Exception {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Placement> place = () -> vendor.place(Samples.order(ORDER));
    for (var placement : threads.invokeAll(Collections.nCopies(40, place))) {
      assertThat(placement.get()).isEqualTo(new Placement.Placed(ORDER.toString()));
    }
    threads.shutdown();

    assertThat(dropped()).containsExactly(ORDER + ".json");
  }

  @Test
  void orderThatAppearsMeanwhileIsNotWrittenOver() throws IOException {
    Path first = Files.writeString(directory.resolve("first.json"), "first");
    Path second = Files.writeString(directory.resolve("second.tmp"), "second");
    new OrderDirectory(Samples.CORNER_STORE, directory).publish(second, first);

    assertThat(first).hasContent("first");
    assertThat(second).doesNotExist();
  }

  @Test
  void twoOrdersAreTwoFiles() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    VendorOrder other = Samples.order(UUID.fromString("0193f2b4-0000-7000-8000-000000000002"));
    vendor.place(Samples.order(ORDER));
    vendor.place(other);

    assertThat(dropped()).hasSize(2);
  }

  @Test
  void directoryThatCannotBeWrittenIsNoRejection() throws IOException {
    CatalogueVendor vendor = vendor("1,Eggs,2.94");
    Files.writeString(orders(), "a file where the directory should be");

    assertThatThrownBy(() -> vendor.place(Samples.order(ORDER)))
        .isInstanceOf(VendorUnavailableException.class);

    Files.delete(orders());
    assertThat(vendor.place(Samples.order(ORDER))).isInstanceOf(Placement.Placed.class);
  }

  private Path orders() {
    return directory.resolve("orders");
  }

  private List<String> dropped() throws IOException {
    try (Stream<Path> files = Files.list(orders())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
