package dev.purser.daemon.orders;

import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.attention.Attention;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the owner is shown of one order, in pages and in mail.
 *
 * @param digest SHA-256 of the frozen requisition's canonical JSON, in hexadecimal; a confirmation
 *     names it
 * @param words what the agent said and what came of it
 * @param times in the owner's time zone
 * @param budgets every budget that it draws on, the widest category first
 * @param differences from the order that this one replaces; empty if it replaces none
 * @param dryRun whether the rail moves no money; every page says so
 * @param insight what to compare it with, while it waits for an answer
 * @param mandates standing mandates that were meant for it
 */
public record OrderSheet(
    UUID order,
    OrderState state,
    Requisition requisition,
    String digest,
    Words words,
    Times times,
    List<BudgetEffect> budgets,
    List<Difference> differences,
    boolean dryRun,
    Insight insight,
    List<Standing> mandates) {
  public OrderSheet {
    budgets = List.copyOf(budgets);
    differences = List.copyOf(differences);
    mandates = List.copyOf(mandates);
  }

  /** A sheet of an order that no standing mandate was meant for. */
  public OrderSheet(
      UUID order,
      OrderState state,
      Requisition requisition,
      String digest,
      Words words,
      Times times,
      List<BudgetEffect> budgets,
      List<Difference> differences,
      boolean dryRun,
      Insight insight) {
    this(
        order,
        state,
        requisition,
        digest,
        words,
        times,
        budgets,
        differences,
        dryRun,
        insight,
        List.of());
  }

  /**
   * What the daemon knows besides the order.
   *
   * @param attention what to look at before saying yes, the gravest first
   * @param past the last order that was paid at this vendor
   * @param isNarrowed whether the owner asked for less than the agent did
   */
  public record Insight(List<Attention> attention, Optional<Past> past, boolean isNarrowed) {
    public static final Insight NONE = new Insight(List.of(), Optional.empty(), false);

    public Insight {
      attention = List.copyOf(attention);
    }
  }

  /**
   * The last order at the same vendor.
   *
   * @param differences in this order from what was paid there before: new items and other prices
   */
  public record Past(Instant confirmedAt, Money total, List<Difference> differences) {
    public Past {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Words around an order that are not facts about it.
   *
   * @param agent the owner's name for the agent that proposed it
   * @param reason the agent's own words, never to be believed
   * @param outcome why it was declined, failed, expired or is in doubt, in a sentence
   */
  public record Words(String agent, Optional<String> reason, Optional<String> outcome) {}

  /**
   * A standing mandate that was meant for the order.
   *
   * @param used whether the order was confirmed under it
   * @param standing {@code active}, {@code suspended}, {@code revoked} or {@code expired}
   * @param why it is suspended, in a sentence, perhaps with strangers' words in it
   */
  public record Standing(UUID mandate, boolean used, String standing, Optional<String> why) {}

  /**
   * When things happened or end.
   *
   * @param undoableUntil while it can be undone by one tap
   */
  public record Times(
      ZoneId zone, Instant proposedAt, Instant expiresAt, Optional<Instant> undoableUntil) {}
}
