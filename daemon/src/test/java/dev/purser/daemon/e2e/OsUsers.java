package dev.purser.daemon.e2e;

import java.util.List;

/**
 * The OS users of a set-up with a wall: daemon, agent, owner, finance, and one who is nobody here.
 * Run by root, the tests make them where they are missing and leave them there; run by anybody
 * else, all of them are that one user.
 */
final class OsUsers {
  private static final List<String> ALL =
      List.of(
          "purser-test-daemon",
          "purser-test-agent",
          "purser-test-owner",
          "purser-test-finance",
          "purser-test-other");

  private final boolean haveWall;

  private OsUsers(boolean haveWall) {
    this.haveWall = haveWall;
  }

  static OsUsers ofThisMachine() {
    boolean root = ownUid().equals("0");
    if (root) {
      ALL.forEach(OsUsers::makeIfMissing);
      // The daemon gives its sockets to the groups of those who may use them.
      Command.of("usermod", "--append", "--groups", ALL.get(1) + "," + ALL.get(2), ALL.get(0))
          .run()
          .orFail();
      Command.of("usermod", "--append", "--groups", ALL.get(2), ALL.get(3)).run().orFail();
    }
    return new OsUsers(root);
  }

  /** Whether agent, owner and daemon are different users. */
  boolean haveWall() {
    return haveWall;
  }

  OsUser daemon() {
    return user(0);
  }

  OsUser agent() {
    return user(1);
  }

  OsUser owner() {
    return user(2);
  }

  /** May set budgets, and reaches the control socket as the owner does. */
  OsUser finance() {
    return user(3);
  }

  /** Has an account on the machine and no part in this. */
  OsUser stranger() {
    return user(4);
  }

  private OsUser user(int number) {
    return haveWall ? OsUser.other(ALL.get(number)) : OsUser.self();
  }

  private static void makeIfMissing(String name) {
    if (Command.of("id", name).run().exit() != 0) {
      Command.of(
              "useradd",
              "--system",
              "--user-group",
              "--no-create-home",
              "--shell",
              "/usr/sbin/nologin",
              name)
          .run()
          .orFail();
    }
  }

  static String ownUid() {
    return Command.of("id", "-u").run().orFail().strip();
  }
}
