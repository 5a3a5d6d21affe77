package dev.purser.daemon.finance;

import dev.purser.daemon.ledger.BudgetRevision;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.session.Session;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A month's budgets.
 *
 * @param form as typed, or empty
 * @param fault in the form, if there is one
 * @param owners whether the owner looks, who has more pages than this
 */
public record MonthPage(
    YearMonth month,
    List<MonthRow> rows,
    List<Revision> revisions,
    BudgetForm form,
    Optional<Fault> fault,
    boolean owners) {

  public MonthPage {
    rows = List.copyOf(rows);
    revisions = List.copyOf(revisions);
  }

  MonthPage seenBy(Session session) {
    return new MonthPage(month, rows, revisions, form, fault, session.is(Role.OWNER));
  }

  /** {@code December 2026}. */
  public String title() {
    return name(month);
  }

  public YearMonth before() {
    return month.minusMonths(1);
  }

  public YearMonth after() {
    return month.plusMonths(1);
  }

  public String name(YearMonth other) {
    return other.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH));
  }

  public boolean isWrong(String field) {
    return fault.filter(wrong -> wrong.field().equals(field)).isPresent();
  }

  /** Which field and what to type instead. */
  public record Fault(String field, String advice) {}

  /** One setting of a budget, worded. */
  public record Revision(String at, String category, String change, String who, String reason) {
    private static final int MAX_TEXT = 200;

    static Revision of(BudgetRevision revision, OwnerClock clock) {
      String reason = revision.change().reason();
      return new Revision(
          clock.brief(revision.at()),
          revision.category().path(),
          revision.before().map(then -> then.value() + " → ").orElse("") + revision.after(),
          ForeignText.ON_PAGES.show(revision.change().who(), MAX_TEXT),
          reason.isBlank() ? "" : ForeignText.ON_PAGES.show(reason, MAX_TEXT));
    }
  }
}
