package dev.purser.daemon.inspection;

/**
 * Something in the books that does not agree with the rest.
 *
 * @param subject the order or budget it is about, such as {@code order 0193f2b4-…}
 * @param finding what is wrong, in a sentence without a full stop
 */
public record Discrepancy(String subject, String finding) {}
