package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import dev.purser.daemon.files.PrivateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** One small file per dry-run payment, replaced whole, so that it is there after any crash. */
final class DryRunJournal {
  private static final String REFUND = "refund.";

  private final Path directory;

  /** Makes the directory, for its owner only, where there is none yet. */
  DryRunJournal(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  Optional<DryRunPayment> read(UUID order) throws IOException {
    Properties lines = new Properties();
    try (BufferedReader file = Files.newBufferedReader(file(order))) {
      lines.load(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(payment(lines));
    } catch (RuntimeException e) {
      throw new IOException(file(order) + " is not what was written there", e);
    }
  }

  void write(UUID order, DryRunPayment payment) throws IOException {
    StringWriter text = new StringWriter();
    lines(payment).store(text, "no money moved");
    PrivateFile.write(file(order), text.toString());
  }

  private Path file(UUID order) {
    return directory.resolve(order + ".properties");
  }

  private static Properties lines(DryRunPayment payment) {
    Properties lines = new Properties();
    lines.setProperty("authorized", payment.authorized().toString());
    lines.setProperty("captured", payment.captured().toString());
    lines.setProperty("voided", Boolean.toString(payment.isVoided()));
    payment
        .refunds()
        .forEach((number, amount) -> lines.setProperty(REFUND + number, amount.toString()));
    return lines;
  }

  private static DryRunPayment payment(Properties lines) {
    SortedMap<Integer, Money> refunds = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.startsWith(REFUND)) {
        refunds.put(Integer.valueOf(name.substring(REFUND.length())), money(lines, name));
      }
    }
    boolean isVoided = Boolean.parseBoolean(lines.getProperty("voided"));
    return new DryRunPayment(
        money(lines, "authorized"), money(lines, "captured"), isVoided, refunds);
  }

  private static Money money(Properties lines, String name) {
    String text = lines.getProperty(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return Money.parse(text);
  }
}
