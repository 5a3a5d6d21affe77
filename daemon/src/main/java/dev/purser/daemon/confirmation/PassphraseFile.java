package dev.purser.daemon.confirmation;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.purser.daemon.files.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * The owner's passphrase as one line of Argon2id in PHC form, in a file that only the daemon reads.
 *
 * @param path where it is kept; its directory must be writable by the daemon's user alone
 */
public record PassphraseFile(Path path) {
  /** In characters after normalising; design: the owner's proof. */
  public static final int MIN_LENGTH = 8;

  /** So that nobody makes the daemon hash megabytes. */
  public static final int MAX_LENGTH = 1024;

  // OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane.
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MAX_FILE_BYTES = 1024;

  /**
   * Sets the passphrase, in place of one set before. A reader sees the old one or the new one.
   *
   * @throws IllegalArgumentException when it is shorter than {@link #MIN_LENGTH} or longer than
   *     {@link #MAX_LENGTH}
   * @throws IOException when it cannot be written, or a symbolic link stands at the path
   */
  public static PassphraseFile create(Path path, CharSequence passphrase) throws IOException {
    String normal = requireLength(normalise(passphrase));
    if (Files.isSymbolicLink(path)) {
      throw new FileSystemException(path.toString(), null, "is a symbolic link");
    }
    PrivateFile.write(path, hash(normal) + "\n");
    return new PassphraseFile(path);
  }

  /**
   * Refuses what {@link #create} would refuse, before anything is made.
   *
   * @throws IllegalArgumentException as there
   */
  public static void requireFit(CharSequence passphrase) {
    requireLength(normalise(passphrase));
  }

  private static String requireLength(String normal) {
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a passphrase has %d to %d characters".formatted(MIN_LENGTH, MAX_LENGTH));
    }
    return normal;
  }

  /**
   * Whether this is the passphrase that was set last.
   *
   * @throws IOException when the file is missing, is a symbolic link, or holds something else
   */
  public boolean verifies(CharSequence passphrase) throws IOException {
    String stored = read();
    String normal = normalise(passphrase);
    if (normal.isEmpty() || normal.length() > 2 * MAX_LENGTH) {
      return false;
    }
    try {
      return Password.check(normal, stored).with(Argon2Function.getInstanceFromHash(stored));
    } catch (BadParametersException e) {
      throw new FileSystemException(path.toString(), null, "holds no Argon2 hash");
    }
  }

  // Phones and desktops type the same é differently.
  private static String normalise(CharSequence passphrase) {
    return Normalizer.normalize(passphrase, Normalizer.Form.NFC);
  }

  private static String hash(String passphrase) {
    Argon2Function argon2id =
        Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    return Password.hash(passphrase).addRandomSalt(SALT_BYTES).with(argon2id).getResult();
  }

  private String read() throws IOException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII).strip();
    }
  }
}
