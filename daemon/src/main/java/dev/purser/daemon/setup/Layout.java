package dev.purser.daemon.setup;

import java.nio.file.Path;

/**
 * Where things lie and who they belong to.
 *
 * @param root the directory that stands for {@code /}
 * @param user the daemon's; its groups are called after it
 */
public record Layout(Path root, String user) {
  /** The usual one. */
  public static final Layout USUAL = new Layout(Path.of("/"), "purser");

  public Layout {
    root = root.toAbsolutePath().normalize();
    if (!user.matches("[a-z_][a-z0-9_-]{0,20}")) {
      throw new IllegalArgumentException("'" + user + "' is no name for a user");
    }
  }

  public Path at(String path) {
    return root.resolve(path);
  }

  public Path configuration() {
    return at("etc/purser/purser.yml");
  }

  public Path policy() {
    return at("etc/purser/policy.yml");
  }

  public Path vendors() {
    return at("etc/purser/vendors");
  }

  public Path passphrase() {
    return at("etc/purser/secrets/passphrase");
  }

  /** What the mail server wants to hear from us. */
  public Path mailPassword() {
    return at("etc/purser/secrets/smtp-password");
  }

  public Path controlSocket() {
    return at("run/purser/control/control.sock");
  }

  String agents() {
    return user + "-agents";
  }

  String operators() {
    return user + "-operators";
  }

  /** A sample's text, with the paths, users and groups of this layout. */
  String fit(String text) {
    String fitted = text;
    if (!user.equals(USUAL.user)) {
      fitted =
          fitted
              .replace("purser-agents", agents())
              .replace("purser-operators", operators())
              .replace("User=purser", "User=" + user)
              .replace("Group=purser", "Group=" + user);
    }
    if (!root.equals(USUAL.root)) {
      for (String top : new String[] {"/etc/purser", "/var/lib/purser", "/run/purser"}) {
        fitted = fitted.replace(top, root + top);
      }
    }
    return fitted;
  }
}
