package dev.purser.daemon.setup;

/**
 * Whose a file is and who may do what with it.
 *
 * @param permissions such as {@code rwxr-x---}
 */
public record Ownership(String user, String group, String permissions) {
  @Override
  public String toString() {
    return user + ":" + group + " " + permissions;
  }
}
