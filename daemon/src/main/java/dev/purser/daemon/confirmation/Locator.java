package dev.purser.daemon.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret part of the owner's link: 256 random bits. Whoever has it may look and decline; it
 * cannot confirm. Only its digest is kept, and it prints as nothing.
 */
public final class Locator {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private final String text;

  private Locator(String text) {
    this.text = text;
  }

  public static Locator random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Locator(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads a locator from a link; empty if it cannot be one. */
  public static Optional<Locator> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new Locator(text)) : Optional.empty();
  }

  /** For the link and for nothing else. */
  public String reveal() {
    return text;
  }

  /** SHA-256 in hexadecimal: what is stored. */
  public String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Locator[hidden]";
  }
}
