package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.CanonicalJson;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lets one passkey in, once: 60 random bits, to be read from one screen and typed on another.
 * Within its ten minutes nobody guesses it. Only its digest is kept, and it prints as nothing.
 */
public final class EnrolmentCode {
  /** Crockford's: without I, L, O and U, which are mistaken for others. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");
  private static final int LENGTH = 12;
  private static final int GROUP = 4;

  private final String letters;

  private EnrolmentCode(String letters) {
    this.letters = letters;
  }

  static EnrolmentCode random(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new EnrolmentCode(letters.toString());
  }

  /** Reads what somebody typed; empty if it cannot be a code. */
  public static Optional<EnrolmentCode> parse(String typed) {
    String letters =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return SHAPE.matcher(letters).matches()
        ? Optional.of(new EnrolmentCode(letters))
        : Optional.empty();
  }

  /** In groups of four, for the owner's terminal and for nothing else. */
  public String reveal() {
    return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /** SHA-256 in hexadecimal: what is stored. */
  String digest() {
    return CanonicalJson.sha256(letters);
  }

  @Override
  public String toString() {
    return "EnrolmentCode[hidden]";
  }
}
