package dev.purser.daemon.seals;

/**
 * A field that is not what it was when it was sealed.
 *
 * @param field its name, such as {@code signed.nonce}
 * @param what is wrong with it, without a full stop
 */
public record Alteration(String field, String what) {
  @Override
  public String toString() {
    return field + ": " + what;
  }
}
