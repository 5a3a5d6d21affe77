package dev.purser.budgets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A calendar month in the owner's time zone: the half-open span of instants {@code [start, end)}.
 */
public record BudgetMonth(YearMonth month, ZoneId zone) {

  /** The month that the instant falls in where the owner lives. */
  public static BudgetMonth containing(Instant instant, ZoneId zone) {
    return new BudgetMonth(YearMonth.from(instant.atZone(zone)), zone);
  }

  public Instant start() {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The first instant that no longer belongs to this month. */
  public Instant end() {
    return next().start();
  }

  /** {@link #end()} as the owner's clocks will show it: when a refused purchase may be retried. */
  public OffsetDateTime resetsAt() {
    return end().atZone(zone).toOffsetDateTime();
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start()) && instant.isBefore(end());
  }

  public BudgetMonth next() {
    return new BudgetMonth(month.plusMonths(1), zone);
  }

  @Override
  public String toString() {
    return month.toString();
  }
}
