package dev.purser.budgets.attention;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import java.time.LocalTime;

/** One thing that the owner should look at before saying yes, with its numbers. */
public sealed interface Attention {

  <R> R match(Cases<R> cases);

  /** Whether the page is to look different for it, and not only to say it. */
  boolean isHigh();

  /** One method for each. */
  interface Cases<R> {
    R newPayee(NewPayee found);

    R shipsElsewhere(ShipsElsewhere found);

    R newVendor(NewVendor found);

    R priceJump(PriceJump found);

    R nearLimit(NearLimit found);

    R takesMost(TakesMost found);

    R manyProposals(ManyProposals found);

    R unusualHour(UnusualHour found);
  }

  /** The vendor's last paid order went to another name or origin. */
  record NewPayee(Payee before, Payee now) implements Attention {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.newPayee(this);
    }

    @Override
    public boolean isHigh() {
      return true;
    }
  }

  /** The vendor's last paid order was sent to another address. */
  record ShipsElsewhere(String before, String now) implements Attention {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.shipsElsewhere(this);
    }

    @Override
    public boolean isHigh() {
      return true;
    }
  }

  /** Nothing was ever paid to the vendor. */
  record NewVendor(Payee payee) implements Attention {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.newVendor(this);
    }

    @Override
    public boolean isHigh() {
      return false;
    }
  }

  /**
   * An item costs more than when it was last paid for.
   *
   * @param title the vendor's word
   */
  record PriceJump(String title, Money before, Money now) implements Attention {
    /** From here on a price is no longer dear but doubtful: half as much again. */
    static final Percent DOUBTFUL = new Percent(5_000);

    public Percent rise() {
      return Percent.change(before, now);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.priceJump(this);
    }

    @Override
    public boolean isHigh() {
      return rise().isAtLeast(DOUBTFUL);
    }
  }

  /** The total is just below the most that may be asked, as an order is that was cut to fit. */
  record NearLimit(Money total, Money limit) implements Attention {
    public Percent part() {
      return Percent.of(total, limit);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.nearLimit(this);
    }

    @Override
    public boolean isHigh() {
      return false;
    }
  }

  /**
   * It takes more than half of what a category has left.
   *
   * @param left before this order
   */
  record TakesMost(CategoryId category, Money asked, Money left) implements Attention {
    public Percent part() {
      return Percent.of(asked, left);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.takesMost(this);
    }

    @Override
    public boolean isHigh() {
      return false;
    }
  }

  /**
   * Its agent has proposed many orders since midnight.
   *
   * @param today this one among them
   */
  record ManyProposals(int today) implements Attention {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.manyProposals(this);
    }

    @Override
    public boolean isHigh() {
      return false;
    }
  }

  /** It was proposed when nothing usually is. */
  record UnusualHour(LocalTime at, UsualHours usual) implements Attention {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unusualHour(this);
    }

    @Override
    public boolean isHigh() {
      return false;
    }
  }
}
