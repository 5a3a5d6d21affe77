package dev.purser.daemon.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.ProblemCode;
import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.carts.CartViews;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.ledger.BudgetRefusedException;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The months' budgets. */
@Path("/budgets")
@Produces(MediaType.APPLICATION_JSON)
public final class BudgetsResource {
  private static final Set<Role> MAY_READ_AND_SET = Set.of(Role.OWNER, Role.FINANCE);

  private final BudgetBook book;
  private final Function<CategoryId, Optional<String>> remark;

  /**
   * The budgets in this book.
   *
   * @param remark what to say of a category that an amount is set for, if anything
   */
  public BudgetsResource(BudgetBook book, Function<CategoryId, Optional<String>> remark) {
    this.book = book;
    this.remark = remark;
  }

  /**
   * One category's month.
   *
   * @param note for people, when an amount that was set may be a mistake; left out otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PositionView(
      String category,
      Amount budget,
      Amount held,
      Amount committed,
      Amount spent,
      Amount available,
      @Nullable String note) {
    static PositionView of(BudgetPosition position, @Nullable String note) {
      return new PositionView(
          position.category().path(),
          CartViews.amount(position.budget()),
          CartViews.amount(position.held()),
          CartViews.amount(position.committed()),
          CartViews.amount(position.spent()),
          CartViews.amount(position.available()),
          note);
    }
  }

  /** A month of all categories that have an amount. */
  public record MonthView(String month, List<PositionView> positions) {}

  /** An amount to be set. */
  public record Setting(
      @Nullable String category,
      @Nullable String month,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String reason) {}

  @GET
  public MonthView show(
      @QueryParam("month") @Nullable String month, @Context ContainerRequestContext request) {
    Allowed.to(MAY_READ_AND_SET, request);
    YearMonth shown = month == null ? book.currentMonth() : month(month);
    return new MonthView(
        shown.toString(),
        book.positions(shown).stream().map(position -> PositionView.of(position, null)).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public PositionView set(Setting setting, @Context ContainerRequestContext request) {
    Operator operator = Allowed.to(MAY_READ_AND_SET, request);
    try {
      Money amount =
          Money.parse(
              needed("amount", setting.amount()),
              Money.currencyOf(needed("currency", setting.currency())));
      String reason = setting.reason() == null ? "" : setting.reason().strip();
      if (reason.length() > 280) {
        throw ProblemCode.INVALID_FIELD.because("A reason may have at most 280 characters.");
      }
      CategoryId category = new CategoryId(needed("category", setting.category()));
      return PositionView.of(
          book.set(
              category,
              month(needed("month", setting.month())),
              amount,
              new BudgetBook.Change(operator.user(), reason)),
          remark.apply(category).orElse(null));
    } catch (IllegalArgumentException | BudgetRefusedException e) {
      throw ProblemCode.INVALID_FIELD.because(String.valueOf(e.getMessage()));
    }
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw ProblemCode.INVALID_FIELD.because(
          "'" + text + "' is not a month: write it like 2026-12.");
    }
  }

  private static String needed(String field, @Nullable String value) {
    if (value == null) {
      throw ProblemCode.MISSING_FIELD.because("'" + field + "' is missing.");
    }
    return value;
  }
}
