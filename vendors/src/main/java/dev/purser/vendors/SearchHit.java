package dev.purser.vendors;

/**
 * A product that was found by words.
 *
 * @param score larger is better; comparable between catalogues
 * @param exact false where a word had to be completed or taken for a misspelling of another: such a
 *     hit is offered, never put into a cart unasked
 */
public record SearchHit(Product product, int score, boolean exact) {}
