package dev.purser.daemon.owner;

import java.util.Optional;

/**
 * The page on which a passkey is made.
 *
 * @param alert what came of the last try, if it needs saying
 */
public record EnrolPage(Optional<String> alert) {}
