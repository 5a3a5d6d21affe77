package dev.purser.daemon.owner;

import dev.purser.budgets.Money;
import dev.purser.daemon.orders.OrderSheet;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps a yes from being given by habit: nobody confirms what was not shown for a moment, and who
 * confirms much types how much. None of it is a proof, and nothing of it is counted as a guess.
 */
public final class Deliberation {
  /** As long as the page's own button waits. */
  static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Pattern TYPED = Pattern.compile("[0-9.,' \\u00A0\\u202F]{1,40}");

  private final Stamps stamps;
  private final Optional<Money> typeTotalAbove;
  private final Clock clock;

  /**
   * How deliberate confirming is.
   *
   * @param typeTotalAbove from what more the total is typed; empty for never. What is in another
   *     currency cannot be compared, and is typed
   */
  public Deliberation(Stamps stamps, Optional<Money> typeTotalAbove, Clock clock) {
    this.stamps = stamps;
    this.typeTotalAbove = typeTotalAbove;
    this.clock = clock;
  }

  /** What a form says of itself. */
  sealed interface Finding {
    /** Shown for long enough, and typed where it must be. */
    record Deliberate(Duration shownFor) implements Finding {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.deliberate(this);
      }
    }

    /** Not even a moment after it was shown. */
    record TooSoon() implements Finding {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.tooSoon();
      }
    }

    /** Not from a page that this daemon has shown since it was started. */
    record NotShown() implements Finding {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.notShown();
      }
    }

    /** Other digits than the total's, or none. */
    record Mistyped() implements Finding {
      @Override
      public <R> R match(Cases<R> cases) {
        return cases.mistyped();
      }
    }

    <R> R match(Cases<R> cases);

    /** One method for each. */
    interface Cases<R> {
      R deliberate(Deliberate finding);

      R tooSoon();

      R notShown();

      R mistyped();
    }
  }

  String stamp(OrderSheet sheet) {
    return stamps.stamp(subject(sheet));
  }

  /** For a page of several orders. */
  String stamp(String path) {
    return stamps.stamp(path);
  }

  private static String subject(OrderSheet sheet) {
    return sheet.order() + " " + sheet.digest();
  }

  /** Whether the owner has to type the total. */
  boolean asksTotal(OrderSheet sheet) {
    return asksTotal(sheet.requisition().total());
  }

  boolean asksTotal(Money total) {
    return typeTotalAbove
        .map(most -> !most.currency().equals(total.currency()) || total.exceeds(most))
        .orElse(false);
  }

  Finding look(OrderSheet sheet, MultivaluedMap<String, String> form) {
    boolean mistyped =
        asksTotal(sheet) && !isTotal(text(form, "total"), sheet.requisition().total());
    return look(subject(sheet), mistyped, form);
  }

  /** There is nowhere to type: what together comes to more is confirmed in smaller parts. */
  Finding look(String path, Collection<Money> totals, MultivaluedMap<String, String> form) {
    Map<Currency, Money> sums = new HashMap<>();
    totals.forEach(total -> sums.merge(total.currency(), total, Money::plus));
    return look(path, sums.values().stream().anyMatch(this::asksTotal), form);
  }

  private Finding look(String subject, boolean mistyped, MultivaluedMap<String, String> form) {
    Instant now = clock.instant();
    Optional<Duration> shownFor =
        stamps
            .shownAt(text(form, "shown"), subject)
            .map(shown -> Duration.between(shown, now))
            .filter(age -> !age.isNegative());
    if (shownFor.isEmpty()) {
      return new Finding.NotShown();
    }
    if (shownFor.get().compareTo(MOMENT) < 0) {
      return new Finding.TooSoon();
    }
    return mistyped ? new Finding.Mistyped() : new Finding.Deliberate(shownFor.get());
  }

  /** The total's digits, all of them: {@code 12.34}, {@code 12,34} and {@code 1234} are one. */
  private static boolean isTotal(String typed, Money total) {
    String digits = typed.replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", "");
    return TYPED.matcher(typed).matches() && digits.equals(Long.toString(total.minor()));
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value.strip();
  }
}
