package dev.purser.daemon.finance;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The form that asks who is there.
 *
 * @param month to be shown afterwards
 * @param alert what came of the last attempt
 * @param mayTry not while the proof is locked
 */
public record SignInPage(YearMonth month, Optional<String> alert, boolean mayTry) {}
