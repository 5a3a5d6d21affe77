package dev.purser.daemon.doctor;

/**
 * What a check saw.
 *
 * @param check what was looked at
 * @param saw what is the case
 * @param fix what to do; empty when nothing is to be done
 */
public record Finding(Level level, String check, String saw, String fix) {

  /** How bad it is; the worst last. */
  public enum Level {
    OK,
    /** The wall holds, and would hold better otherwise. */
    WARN,
    /** The wall does not hold, or nobody can tell. */
    FAIL
  }

  static Finding ok(String check, String saw) {
    return new Finding(Level.OK, check, saw, "");
  }

  static Finding warn(String check, String saw, String fix) {
    return new Finding(Level.WARN, check, saw, fix);
  }

  static Finding fail(String check, String saw, String fix) {
    return new Finding(Level.FAIL, check, saw, fix);
  }
}
