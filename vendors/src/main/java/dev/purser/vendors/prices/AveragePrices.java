package dev.purser.vendors.prices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Average US retail prices of about 30 foods in one month of 2022, as a shop's catalogue. Source:
 * US Bureau of Labor Statistics, Average Price Data; see the notice beside the resource.
 */
public final class AveragePrices {
  private static final String RESOURCE = "us-average-prices-2022.csv";

  private final List<AveragePrice> prices;

  private AveragePrices(List<AveragePrice> prices) {
    this.prices = List.copyOf(prices);
  }

  /**
   * The prices of one month.
   *
   * @throws IllegalArgumentException when there are none of that month, naming the months there are
   */
  public static AveragePrices of(YearMonth month) {
    SortedMap<YearMonth, List<AveragePrice>> byMonth = byMonth();
    List<AveragePrice> prices = byMonth.get(month);
    if (prices == null) {
      throw new IllegalArgumentException(
          "there are no prices of %s, only of %s".formatted(month, byMonth.keySet()));
    }
    return new AveragePrices(prices);
  }

  /**
   * Writes them as a catalogue file (sku, title, size, price, currency, category; US dollars). A
   * file that is there is replaced at once and whole, so that a reader sees one month or the other.
   *
   * @throws IOException when it cannot be written; what was there is then still there
   */
  public void writeCatalogue(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.resolveSibling(".");
    Path unfinished = Files.createTempFile(directory, ".catalogue-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(PriceCsv.catalogue(prices));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static SortedMap<YearMonth, List<AveragePrice>> byMonth() {
    SortedMap<YearMonth, List<AveragePrice>> byMonth = new TreeMap<>();
    try (InputStream resource = AveragePrices.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      for (AveragePrice price : PriceCsv.read(resource)) {
        byMonth.computeIfAbsent(price.yearMonth(), month -> new ArrayList<>()).add(price);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byMonth;
  }
}
