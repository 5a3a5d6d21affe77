package dev.purser.daemon.cli;

import dev.purser.daemon.confirmation.PassphraseFile;
import dev.purser.daemon.files.PrivateFile;
import dev.purser.vendors.prices.AveragePrices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;

/** The files of a demo. What is there already is the user's and stays as it is. */
final class DemoDirectory {
  private static final YearMonth PRICES = YearMonth.of(2022, 7);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  private final Path directory;

  private DemoDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes what is missing.
   *
   * @param port of the pages, for a new {@code purser.yml}
   */
  static DemoDirectory prepare(Path directory, int port) {
    DemoDirectory demo = new DemoDirectory(directory.toAbsolutePath().normalize());
    try {
      demo.fill(port);
      return demo;
    } catch (IOException e) {
      throw new RefusedException(
          "cannot prepare %s (%s); choose another directory with --dir"
              .formatted(demo.directory, e.getMessage()));
    }
  }

  /** Whether a demo has been here before, and its port is settled. */
  static boolean isThere(Path directory) {
    return Files.exists(directory.resolve("purser.yml"));
  }

  Path path() {
    return directory;
  }

  Path configuration() {
    return directory.resolve("purser.yml");
  }

  Path agentSocket() {
    return directory.resolve("agent").resolve("agent.sock");
  }

  Path controlSocket() {
    return directory.resolve("control").resolve("control.sock");
  }

  Path outbox() {
    return directory.resolve("outbox");
  }

  /** The passphrase in clear, which only a demo keeps. */
  String passphrase() {
    try {
      return Files.readString(clearPassphrase()).strip();
    } catch (IOException e) {
      return "the one that you set with 'purser setup'";
    }
  }

  /** The store's catalogue at the average prices of a month, in place of what was there. */
  void stockUp(YearMonth month) throws IOException {
    AveragePrices.of(month).writeCatalogue(catalogue());
  }

  private void fill(int port) throws IOException {
    // Others may pass through to the agent's socket; whatever is private has a directory of its
    // own.
    directory("", "rwx--x--x");
    directory("vendors", "rwxr-xr-x");
    directory("secrets", "rwx------");
    directory("outbox", "rwx------");
    write("purser.yml", "demo-purser.yml", port);
    write("policy.yml", "demo-policy.yml", port);
    write("vendors/corner-store.yml", "demo-corner-store.yml", port);
    if (!Files.exists(catalogue())) {
      stockUp(PRICES);
    }
    if (!Files.exists(passphraseHash())) {
      inventPassphrase();
    }
  }

  private void directory(String name, String permissions) throws IOException {
    Path path = directory.resolve(name);
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, only(permissions));
    }
  }

  private void write(String name, String template, int port) throws IOException {
    Path file = directory.resolve(name);
    if (Files.exists(file)) {
      return;
    }
    String text =
        text(template)
            .replace("@DIR@", directory.toString())
            .replace("@PORT@", Integer.toString(port))
            .replace("@ZONE@", ZoneId.systemDefault().getId())
            .replace("@USER@", uid());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }

  private String uid() throws IOException {
    return String.valueOf(Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }

  private static String text(String template) throws IOException {
    try (InputStream in = DemoDirectory.class.getResourceAsStream(template)) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("the jar has no " + template));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void inventPassphrase() throws IOException {
    SecureRandom random = new SecureRandom();
    StringBuilder invented = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      invented.append(group == 0 ? "" : "-");
      for (int letter = 0; letter < GROUP_LENGTH; letter++) {
        invented.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    PrivateFile.write(clearPassphrase(), invented + "\n");
    PassphraseFile.create(passphraseHash(), invented);
  }

  private Path catalogue() {
    return directory.resolve("vendors").resolve("corner-store.csv");
  }

  private Path passphraseHash() {
    return directory.resolve("secrets").resolve("passphrase");
  }

  private Path clearPassphrase() {
    return directory.resolve("secrets").resolve("demo-passphrase.txt");
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
