package dev.purser.vendors.catalogue;

import dev.purser.budgets.VendorId;
import dev.purser.vendors.Placement;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.VendorUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops each order as one file, {@code <order id>.json}. The file appears whole or not at all and
 * is never written over. Whoever works the orders off must leave the files where they are: they are
 * what tells an order that was placed from one that was not.
 */
final class OrderDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDirectory.class);

  private final VendorId vendor;
  private final Path directory;

  OrderDirectory(VendorId vendor, Path directory) {
    this.vendor = vendor;
    this.directory = directory;
  }

  /**
   * Placed once the file and its name are on the disk. A fault before the file appears is no
   * rejection, which would be the vendor's last word and void the payment, but {@link
   * VendorUnavailableException}: nothing has happened, and the same call may succeed later. Where
   * it cannot be told whether the file is there to stay, the answer is Unknown.
   */
  Placement drop(VendorOrder order) {
    Path file = directory.resolve(order.id() + ".json");
    if (!Files.exists(file)) {
      publish(written(OrderJson.bytes(order)), file);
    }
    return confirmed(file, order);
  }

  /** On the disk, but not yet under its name. */
  private Path written(byte[] order) {
    try {
      create(directory.toAbsolutePath());
      Path unfinished = Files.createTempFile(directory, ".order-", ".tmp");
      write(unfinished, order);
      return unfinished;
    } catch (IOException e) {
      throw new VendorUnavailableException(vendor, e);
    }
  }

  /** Linked, not moved: a move would replace what is there. */
  void publish(Path written, Path file) {
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      // Somebody placed the same order meanwhile; theirs counts.
      return;
    } catch (IOException e) {
      if (Files.notExists(file)) {
        throw new VendorUnavailableException(vendor, e);
      }
    } finally {
      remove(written);
    }
  }

  /** The name, too, must survive a power cut before anybody is told of it. */
  private Placement confirmed(Path file, VendorOrder order) {
    try {
      flush(directory);
    } catch (IOException e) {
      return new Placement.Unknown("the directory of orders could not be flushed");
    }
    return Files.exists(file)
        ? new Placement.Placed(order.id().toString())
        : new Placement.Unknown("the order's file cannot be seen");
  }

  private static void write(Path unfinished, byte[] order) throws IOException {
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(order);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      remove(unfinished);
      throw e;
    }
  }

  /** One left behind is hidden and harmless; it must not decide what became of the order. */
  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      LOG.warn("{} could not be removed", unfinished);
    }
  }

  private static void create(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      Path parent = directory.getParent();
      if (parent != null) {
        flush(parent);
      }
    }
  }

  private static void flush(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
