package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;

/**
 * The OS user at the other end of a Unix socket, as the kernel knew it when the connection was
 * made. Two peers are the same when their uids are, whatever they are called.
 */
public record Peer(UserPrincipal user) {
  /** Where a request carries it; no header can set it. */
  static final String ATTRIBUTE = Peer.class.getName();

  /**
   * The peer that a configuration names.
   *
   * @param userName a name of the user database, or a uid in digits
   * @throws IOException when there is no such user
   */
  public static Peer ofUser(String userName) throws IOException {
    return new Peer(
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(userName));
  }

  /**
   * The peer with this uid, whether or not the user database knows it.
   *
   * @param uid 0 or more
   */
  public static Peer ofUid(int uid) throws IOException {
    return ofUser(Integer.toString(uid));
  }

  /** For people and logs; compare peers, not names. */
  public String name() {
    return user.getName();
  }
}
