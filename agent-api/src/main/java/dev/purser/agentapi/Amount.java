package dev.purser.agentapi;

/**
 * W3C PaymentCurrencyAmount.
 *
 * @param currency ISO 4217
 * @param value a decimal with the currency's number of decimals, such as {@code 12.34}
 */
public record Amount(String currency, String value) {}
