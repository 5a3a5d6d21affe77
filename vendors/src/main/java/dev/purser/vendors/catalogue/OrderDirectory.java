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

/**
 * Drops each order as one file, {@code <order id>.json}. The file appears whole or not at all and
 * is never written over. Whoever works the orders off must leave the files where they are: they are
 * what tells an order that was placed from one that was not.
 */
final class OrderDirectory {
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
      try {
        write(file, OrderJson.bytes(order));
      } catch (IOException e) {
        if (Files.notExists(file)) {
          throw new VendorUnavailableException(vendor, e);
        }
      }
    }
    return confirmed(file, order);
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

  /** Linked, not moved: a move would replace what is there. */
  private void write(Path file, byte[] order) throws IOException {
    create(directory.toAbsolutePath());
    Path unfinished = Files.createTempFile(directory, ".order-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(order);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // Somebody placed the same order meanwhile; theirs counts.
      return;
    } finally {
      Files.deleteIfExists(unfinished);
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
