package dev.purser.daemon.owner;

import java.util.Optional;

/**
 * Something to look at, in words.
 *
 * @param isHigh whether it is said at the top of the page as well
 * @param what is to be seen, in a few words
 * @param whose a stranger's text that it is about, made safe to look at
 * @param numbers in a sentence
 */
public record Warning(boolean isHigh, String what, Optional<String> whose, String numbers) {}
