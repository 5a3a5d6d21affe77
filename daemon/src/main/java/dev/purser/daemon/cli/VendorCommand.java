package dev.purser.daemon.cli;

import dev.purser.budgets.Money;
import dev.purser.daemon.files.FileTrouble;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.vendors.Product;
import dev.purser.vendors.SearchHit;
import dev.purser.vendors.catalogue.CatalogueLoad;
import dev.purser.vendors.catalogue.CatalogueVendor;
import dev.purser.vendors.catalogue.RowProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "vendor",
    description = "Looks at vendors' descriptions and catalogues.",
    synopsisSubcommandLabel = "COMMAND")
final class VendorCommand {
  private static final int SHOWN = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "check",
      description = "Reads a vendors/ID.yml and its catalogue, and names every row it had to skip.")
  void check(
      @Parameters(paramLabel = "FILE", description = "vendors/ID.yml") Path file,
      @Option(names = "--find", paramLabel = "WORDS", description = "Search the catalogue, too.")
          @Nullable String words) {
    Optional<String> trouble = FileTrouble.withReading(file);
    if (trouble.isPresent()) {
      throw new RefusedException(trouble.get());
    }
    CatalogueVendor vendor = VendorFiles.open(file);
    CatalogueLoad load = vendor.load();
    for (RowProblem problem : load.problems()) {
      out().println(Table.harmless(problem.toString()));
    }
    out()
        .println(
            "%s: %d products, %d rows skipped"
                .formatted(vendor.id(), load.products().size(), load.problems().size()));
    if (words != null) {
      find(vendor, words);
    }
  }

  private void find(CatalogueVendor vendor, String words) {
    Table table = new Table("SKU", "PRODUCT", "SIZE", "PRICE", "CATEGORY");
    for (SearchHit hit : vendor.catalogue().search(words, SHOWN)) {
      Product product = hit.product();
      table.row(
          product.sku(),
          product.title(),
          product.size(),
          product.unitPrice().map(Money::toString).orElse("unknown"),
          product.category().path());
    }
    table.print(out());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
