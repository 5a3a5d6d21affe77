package dev.purser.daemon.owner;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;

/** The page for a yes that was given too lightly; a deliberate one goes on. */
final class HastyAnswers implements Deliberation.Finding.Cases<Response> {
  private static final int TOO_EARLY = 425;

  private final Saying saying;
  private final String mistyped;
  private final Function<Duration, Response> goOn;

  /**
   * Answers to one form.
   *
   * @param saying shows the page again
   * @param mistyped what to say where the total should have been typed
   */
  HastyAnswers(Saying saying, String mistyped, Function<Duration, Response> goOn) {
    this.saying = saying;
    this.mistyped = mistyped;
    this.goOn = goOn;
  }

  /** The page as it was, with a sentence on it. */
  interface Saying {
    Response say(int status, String sentence);
  }

  @Override
  public Response deliberate(Deliberation.Finding.Deliberate finding) {
    return goOn.apply(finding.shownFor());
  }

  @Override
  public Response tooSoon() {
    return saying.say(
        TOO_EARLY, "That was quick: less than a second. Nothing has changed. Look, then confirm.");
  }

  @Override
  public Response notShown() {
    return saying.say(
        409, "Nothing has changed: that page was from before Purser’s last start. Confirm here.");
  }

  @Override
  public Response mistyped() {
    return saying.say(403, mistyped);
  }
}
