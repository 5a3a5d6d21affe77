package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of the item, and the whole cart.
 *
 * @param candidates what the words could mean, best first, at most 8; empty unless there is a
 *     choice to make
 */
public record AddToCartAnswer(Result result, List<CandidateView> candidates, CartView cart) {
  public AddToCartAnswer {
    candidates = List.copyOf(candidates);
  }

  /** What became of the item. */
  public enum Result {
    /** The line has the quantity asked for. */
    @JsonProperty("in_cart")
    IN_CART,
    /** The line is gone. */
    @JsonProperty("removed")
    REMOVED,
    /** Nothing was changed: ask again with one of the candidates' SKUs. */
    @JsonProperty("choose")
    CHOOSE,
    /** Nothing was changed: no allowed vendor has anything like it. */
    @JsonProperty("not_found")
    NOT_FOUND
  }
}
