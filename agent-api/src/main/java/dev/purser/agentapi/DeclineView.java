package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why the owner said no.
 *
 * @param reason the owner's own words; may be empty
 */
public record DeclineView(Code code, String reason) {

  /** What to make of it. */
  public enum Code {
    @JsonProperty("not-needed")
    NOT_NEEDED,
    @JsonProperty("too-expensive")
    TOO_EXPENSIVE,
    @JsonProperty("wrong-item")
    WRONG_ITEM,
    @JsonProperty("not-now")
    NOT_NOW,
    @JsonProperty("other")
    OTHER
  }
}
