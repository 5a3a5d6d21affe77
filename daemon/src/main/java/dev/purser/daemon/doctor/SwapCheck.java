package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether secrets in memory could reach a disk in clear.
 *
 * @param block {@code /sys/block}
 */
record SwapCheck(Proc proc, Path block) implements Check {
  @Override
  public String name() {
    return "swap";
  }

  @Override
  public List<Finding> look() {
    List<String> inClear =
        proc.text("swaps")
            .lines()
            .skip(1)
            .map(line -> line.split("\\s+", 2)[0])
            .filter(device -> !isSafe(device))
            .toList();
    return List.of(
        inClear.isEmpty()
            ? Finding.ok(name(), "none, or in memory, or encrypted")
            : Finding.warn(
                name(),
                inClear.get(0) + " is not known to be encrypted",
                "encrypt it (crypttab, option swap), or MemorySwapMax=0 in the unit, as ours has"));
  }

  private boolean isSafe(String device) {
    String name = realName(device);
    if (name.startsWith("zram")) {
      return true;
    }
    try {
      return Files.readString(block.resolve(name).resolve("dm/uuid")).startsWith("CRYPT-");
    } catch (IOException e) {
      return false;
    }
  }

  private static String realName(String device) {
    Path path = Path.of(device);
    try {
      return String.valueOf(path.toRealPath().getFileName());
    } catch (IOException e) {
      return String.valueOf(path.getFileName());
    }
  }
}
