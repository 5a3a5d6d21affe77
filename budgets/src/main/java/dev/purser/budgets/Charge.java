package dev.purser.budgets;

/**
 * What a vendor adds to the lines, such as delivery or tax; a discount is negative.
 *
 * @param label the vendor's word for it
 */
public record Charge(String label, Money amount) {}
