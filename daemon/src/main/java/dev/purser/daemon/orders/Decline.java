package dev.purser.daemon.orders;

/**
 * The owner's no, as the agent may hear it.
 *
 * @param reason the owner's words, possibly empty, at most {@value #MAX_REASON} characters
 */
public record Decline(Code code, String reason) {
  /** In UTF-16 units, as forms count. */
  public static final int MAX_REASON = 280;

  public Decline {
    if (reason.length() > MAX_REASON) {
      throw new IllegalArgumentException("a reason has at most 280 characters");
    }
  }

  /** A no in the owner's words alone. */
  public static Decline because(String reason) {
    return new Decline(Code.OTHER, reason.strip());
  }

  /** For the owner and the audit trail. */
  public String sentence() {
    String why = code == Code.OTHER ? "" : code.words();
    if (reason.isEmpty()) {
      return why.isEmpty() ? "Declined." : "Declined: " + why + ".";
    }
    return why.isEmpty() ? "Declined: " + reason : "Declined, " + why + ": " + reason;
  }

  /** What an agent can act on. */
  public enum Code {
    NOT_NEEDED("not-needed", "not needed"),
    TOO_EXPENSIVE("too-expensive", "too expensive"),
    WRONG_ITEM("wrong-item", "wrong item"),
    NOT_NOW("not-now", "not now"),
    OTHER("other", "");

    private final String wireName;
    private final String words;

    Code(String wireName, String words) {
      this.wireName = wireName;
      this.words = words;
    }

    /** Stable: forms, the database and agents know it by this. */
    public String wireName() {
      return wireName;
    }

    /** For people; empty for {@link #OTHER}. */
    public String words() {
      return words;
    }

    /**
     * Reads a wire name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Code of(String wireName) {
      for (Code code : values()) {
        if (code.wireName.equals(wireName)) {
          return code;
        }
      }
      throw new IllegalArgumentException("no reason to decline");
    }
  }
}
