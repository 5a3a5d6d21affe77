package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.Together;
import dev.purser.daemon.purchasing.Chosen;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which orders a page of several shows, and which of them were chosen. */
final class SeveralForm {
  private static final String SEPARATOR = "\\.";

  private SeveralForm() {}

  /** The locators in a path, each once; none when one of them cannot be one, or they are many. */
  static List<Locator> locators(String text) {
    List<Optional<Locator>> parsed =
        Arrays.stream(text.split(SEPARATOR, -1)).distinct().map(Locator::parse).toList();
    boolean fits = parsed.size() <= Together.MAX && parsed.stream().allMatch(Optional::isPresent);
    return fits ? parsed.stream().flatMap(Optional::stream).toList() : List.of();
  }

  /**
   * The orders that were ticked.
   *
   * @param shown the locators of the page
   * @throws IllegalArgumentException for people, when there is none, or one that was not shown
   */
  static Chosen chosen(List<Locator> shown, MultivaluedMap<String, String> form) {
    Map<String, Locator> known = new LinkedHashMap<>();
    shown.forEach(locator -> known.put(locator.reveal(), locator));
    return new Chosen(
        form.getOrDefault("order", List.of()).stream()
            .distinct()
            .map(choice -> one(known, choice))
            .toList());
  }

  private static Chosen.One one(Map<String, Locator> known, String choice) {
    String[] parts = choice.split(":", -1);
    Locator locator = known.get(parts[0]);
    if (parts.length != 2 || locator == null) {
      throw new IllegalArgumentException("That is not one of the orders on this page.");
    }
    return new Chosen.One(locator, parts[1]);
  }
}
