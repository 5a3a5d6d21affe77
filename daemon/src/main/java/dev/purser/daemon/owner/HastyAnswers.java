package dev.purser.daemon.owner;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Function;

/** The page for a yes that was given too lightly; a deliberate one goes on. */
final class HastyAnswers implements Deliberation.Finding.Cases<Response> {
  private static final int TOO_EARLY = 425;

  private final OrderPages pages;
  private final OrderPage page;
  private final Function<Duration, Response> goOn;

  HastyAnswers(OrderPages pages, OrderPage page, Function<Duration, Response> goOn) {
    this.pages = pages;
    this.page = page;
    this.goOn = goOn;
  }

  @Override
  public Response deliberate(Deliberation.Finding.Deliberate finding) {
    return goOn.apply(finding.shownFor());
  }

  @Override
  public Response tooSoon() {
    return pages.show(
        TOO_EARLY,
        page.saying(
            "That was quick: less than a second. Nothing has changed. Look, then confirm."));
  }

  @Override
  public Response notShown() {
    return pages.show(
        409,
        page.saying(
            "Nothing has changed: that page was from before Purser’s last start. Confirm here."));
  }

  @Override
  public Response mistyped() {
    return pages.show(403, page.saying("Those are not the total’s digits. Nothing has changed."));
  }
}
