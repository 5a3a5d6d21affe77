package dev.purser.daemon.notices;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the two templates of a letter about many orders are filled with.
 *
 * @param opening what they have in common
 * @param closing empty if there is nothing more to say
 * @param items at least two
 * @param together a link to the page of all that wait for an answer, where there are several
 */
public record GatheredPage(
    String subject, String opening, String closing, List<Item> items, Optional<String> together) {
  private static final String NOTHING_WITHOUT_YOU =
      " Nothing is bought unless you say yes to it. A link shows an order. It cannot"
          + " confirm it: only you can.";

  public GatheredPage {
    items = List.copyOf(items);
  }

  /** Proposals of one agent. */
  static GatheredPage ofAgent(String agent, List<LetterPage> pages, Optional<String> together) {
    return new GatheredPage(
        "%d orders of %s wait for you".formatted(pages.size(), agent),
        agent + " asks to buy this." + NOTHING_WITHOUT_YOU,
        "A moment passes before the next letter about this agent's proposals.",
        numbered(pages),
        together);
  }

  private static List<Item> numbered(List<LetterPage> pages) {
    return IntStream.range(0, pages.size())
        .mapToObj(
            place -> new Item("%d of %d".formatted(place + 1, pages.size()), pages.get(place)))
        .toList();
  }

  /** News of any kind, told together. */
  static GatheredPage mixed(List<LetterPage> pages, Optional<String> together) {
    return new GatheredPage(
        "News of %d orders".formatted(pages.size()),
        "This has waited to be told together." + NOTHING_WITHOUT_YOU,
        "",
        pages.stream().map(page -> new Item(page.subject(), page)).toList(),
        together);
  }

  public boolean dryRun() {
    return items.get(0).page().order().dryRun();
  }

  /** Never a link. */
  @Override
  public String toString() {
    return "GatheredPage[" + items.size() + "]";
  }

  /**
   * One of the orders.
   *
   * @param heading what is news of it, or which of them it is
   */
  public record Item(String heading, LetterPage page) {}
}
