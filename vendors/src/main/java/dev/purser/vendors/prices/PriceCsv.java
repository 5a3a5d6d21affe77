package dev.purser.vendors.prices;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** From the Bureau's columns to a catalogue's. */
final class PriceCsv {
  private static final CsvMapper CSV = new CsvMapper();
  private static final List<String> CATALOGUE_COLUMNS =
      List.of("sku", "title", "size", "price", "currency", "category");

  private PriceCsv() {}

  static List<AveragePrice> read(InputStream table) throws IOException {
    try (MappingIterator<AveragePrice> rows =
        CSV.readerFor(AveragePrice.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(table)) {
      return rows.readAll();
    }
  }

  static byte[] catalogue(List<AveragePrice> prices) throws IOException {
    StringWriter text = new StringWriter();
    try (SequenceWriter rows = CSV.writer().writeValues(text)) {
      rows.write(CATALOGUE_COLUMNS);
      for (AveragePrice price : prices) {
        rows.write(row(price));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> row(AveragePrice price) {
    return List.of(
        price.sku(),
        price.item(),
        price.unit(),
        price.price().toPlainString(),
        "USD",
        price.category());
  }
}
