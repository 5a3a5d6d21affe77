package dev.purser.budgets;

import java.time.OffsetDateTime;
import java.util.Currency;

/** One reason to deny. Each carries what an agent needs to propose something better. */
public sealed interface Violation {

  /** Stable: clients switch on it. Changing one is a breaking change. */
  String code();

  /** One sentence for people, with the numbers in it. */
  String sentence();

  <R> R match(Cases<R> cases);

  /** One method for each kind; a new kind does not compile until every caller handles it. */
  interface Cases<R> {
    R agentFrozen(AgentFrozen violation);

    R vendorNotAllowed(VendorNotAllowed violation);

    R unobtainable(Unobtainable violation);

    R categoryNotAllowed(CategoryNotAllowed violation);

    R tooManyOpenProposals(TooManyOpenProposals violation);

    R approvalLimitExceeded(ApprovalLimitExceeded violation);

    R agentCapExceeded(AgentCapExceeded violation);

    R currencyMismatch(CurrencyMismatch violation);

    R budgetExceeded(BudgetExceeded violation);
  }

  /** Until the owner thaws it, nothing passes. */
  record AgentFrozen() implements Violation {
    @Override
    public String code() {
      return "agent-frozen";
    }

    @Override
    public String sentence() {
      return "The owner has frozen this agent; nothing passes until the owner thaws it.";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.agentFrozen(this);
    }
  }

  record VendorNotAllowed(VendorId vendor) implements Violation {
    @Override
    public String code() {
      return "vendor-not-allowed";
    }

    @Override
    public String sentence() {
      return "%s is not on the owner's list of vendors.".formatted(vendor);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.vendorNotAllowed(this);
    }
  }

  /** A product that cannot be bought now: no price, or no longer sold. */
  record Unobtainable(Reason reason, String sku, String title) implements Violation {
    /** Why the vendor did not quote it. */
    public enum Reason {
      PRICE_UNKNOWN("price-unknown", "has no price"),
      NO_LONGER_SOLD("no-longer-sold", "is no longer sold");

      private final String code;
      private final String words;

      Reason(String code, String words) {
        this.code = code;
        this.words = words;
      }
    }

    @Override
    public String code() {
      return reason.code;
    }

    @Override
    public String sentence() {
      return "%s (%s) %s.".formatted(title, sku, reason.words);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unobtainable(this);
    }
  }

  /** This agent may not spend from the category, however much is in it. */
  record CategoryNotAllowed(CategoryId category, Money asked) implements Violation {
    @Override
    public String code() {
      return "category-not-allowed";
    }

    @Override
    public String sentence() {
      return "This agent may not buy from %s.".formatted(category);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.categoryNotAllowed(this);
    }
  }

  /** The owner still has this many of the agent's proposals to answer. */
  record TooManyOpenProposals(int open, int limit) implements Violation {
    @Override
    public String code() {
      return "too-many-open-proposals";
    }

    @Override
    public String sentence() {
      return "%d proposals already wait for the owner; the limit is %d.".formatted(open, limit);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tooManyOpenProposals(this);
    }
  }

  /** Nobody may confirm an order as large as this. */
  record ApprovalLimitExceeded(Money asked, Money limit) implements Violation {
    @Override
    public String code() {
      return "approval-limit-exceeded";
    }

    @Override
    public String sentence() {
      return "The order comes to %s; nobody may confirm more than %s.".formatted(asked, limit);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.approvalLimitExceeded(this);
    }
  }

  /** The owner trusts this agent with smaller orders than this. */
  record AgentCapExceeded(Money asked, Money limit) implements Violation {
    @Override
    public String code() {
      return "agent-cap-exceeded";
    }

    @Override
    public String sentence() {
      return "The order comes to %s; this agent may propose no more than %s."
          .formatted(asked, limit);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.agentCapExceeded(this);
    }
  }

  /** A category keeps one currency and nothing is converted. */
  record CurrencyMismatch(CategoryId category, Money asked, Currency expected)
      implements Violation {
    @Override
    public String code() {
      return "currency-mismatch";
    }

    @Override
    public String sentence() {
      return "%s is budgeted in %s, not %s.".formatted(category, expected, asked.currency());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.currencyMismatch(this);
    }
  }

  /**
   * The category, or one above it, has less left than the order asks of it.
   *
   * @param resetsAt when the next month's budget begins, in the owner's time zone
   */
  record BudgetExceeded(CategoryId category, Money asked, Money available, OffsetDateTime resetsAt)
      implements Violation {
    @Override
    public String code() {
      return "budget-exceeded";
    }

    @Override
    public String sentence() {
      return "%s has %s left this month, the order asks %s.".formatted(category, available, asked);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.budgetExceeded(this);
    }
  }
}
