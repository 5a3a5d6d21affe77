package dev.purser.daemon.owner.session;

import dev.purser.daemon.confirmation.ProofWays;
import java.util.Optional;

/**
 * The page that asks who is there.
 *
 * @param to where it leads
 * @param ways by which it can be proven; none while it is locked
 * @param alert what came of the last try, if it needs saying
 */
public record SignInPage(String to, ProofWays ways, Optional<String> alert) {}
