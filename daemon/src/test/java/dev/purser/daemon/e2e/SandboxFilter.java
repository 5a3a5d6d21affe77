package dev.purser.daemon.e2e;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A seccomp filter as agents' sandboxes have it: one system call is not permitted. */
final class SandboxFilter {
  private static final boolean IS_ARM = System.getProperty("os.arch").equals("aarch64");

  // linux/filter.h and linux/seccomp.h
  private static final short LOAD_WORD = 0x20;
  private static final short JUMP_IF_EQUAL = 0x15;
  private static final short RETURN = 0x06;
  private static final int OFFSET_OF_CALL = 0;
  private static final int OFFSET_OF_FIRST_ARGUMENT = 16;
  private static final int ALLOW = 0x7fff0000;
  private static final int REFUSE_WITH_EPERM = 0x00050000 | 1;
  private static final int AF_UNIX = 1;

  private SandboxFilter() {}

  /** Refuses {@code socket} for Unix sockets, or {@code connect} for all. */
  static byte[] refusing(String call) {
    ByteBuffer filter = ByteBuffer.allocate(6 * 8).order(ByteOrder.nativeOrder());
    boolean isSocket = call.equals("socket");
    add(filter, LOAD_WORD, 0, OFFSET_OF_CALL);
    add(filter, JUMP_IF_EQUAL, 3, isSocket ? (IS_ARM ? 198 : 41) : (IS_ARM ? 203 : 42));
    add(filter, LOAD_WORD, 0, isSocket ? OFFSET_OF_FIRST_ARGUMENT : OFFSET_OF_CALL);
    add(filter, JUMP_IF_EQUAL, 1, isSocket ? AF_UNIX : (IS_ARM ? 203 : 42));
    add(filter, RETURN, 0, REFUSE_WITH_EPERM);
    add(filter, RETURN, 0, ALLOW);
    return filter.array();
  }

  /**
   * One instruction.
   *
   * @param otherwise how many to leave out where a comparison fails
   */
  private static void add(ByteBuffer filter, short code, int otherwise, int value) {
    filter.putShort(code).put((byte) 0).put((byte) otherwise).putInt(value);
  }
}
