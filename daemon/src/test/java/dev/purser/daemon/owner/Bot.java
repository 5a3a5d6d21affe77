package dev.purser.daemon.owner;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A link scanner gone mad: it opens every link, fills in every field and presses every button that
 * it has not pressed on such a page before. Stopping an agent comes last: there is less to press
 * after it.
 */
public final class Bot {
  private static final String LOCATORS = "[A-Za-z0-9_-]{43}(\\.[A-Za-z0-9_-]{43})*";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final int MAX_PAGES = 40;

  private final Browser browser;
  private final String words;
  private final Set<String> pressed = new TreeSet<>();

  /**
   * A bot.
   *
   * @param words what it writes into every field
   */
  public Bot(Browser browser, String words) {
    this.browser = browser;
    this.words = words;
  }

  /** All that was pressed so far, such as {@code /o/* Decline}. */
  public Set<String> pressed() {
    return Set.copyOf(pressed);
  }

  /**
   * Goes through all that can be reached.
   *
   * @return whether anything was pressed that had not been before
   */
  public boolean roam(String start) {
    int before = pressed.size();
    Deque<String> ahead = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>();
    for (int pages = 0; pages < MAX_PAGES && !ahead.isEmpty(); pages++) {
      String address = ahead.poll();
      if (seen.add(address)) {
        browser.open(address);
        pressNew().ifPresent(ahead::add);
        browser.links().stream().filter(link -> isAt(link, start)).forEach(ahead::add);
        // Back to the same page, while it has buttons that were not pressed.
        browser.open(address);
        if (newButton().isPresent()) {
          seen.remove(address);
          ahead.add(address);
        }
      }
    }
    return pressed.size() > before;
  }

  /** Where the press led, if there was anything new to press. */
  private Optional<String> pressNew() {
    Optional<Integer> button = newButton();
    button.ifPresent(
        index -> {
          pressed.add(nameOf(index));
          browser.fillIn(words);
          browser.pressNumber(index);
        });
    return button.map(unused -> browser.address());
  }

  private Optional<Integer> newButton() {
    List<String> labels = browser.buttons();
    Optional<Integer> stopping = Optional.empty();
    for (int index = 0; index < labels.size(); index++) {
      if (!pressed.contains(nameOf(index))) {
        if (!labels.get(index).startsWith("Freeze")) {
          return Optional.of(index);
        }
        stopping = Optional.of(stopping.orElse(index));
      }
    }
    return stopping;
  }

  private String nameOf(int index) {
    String path = URI.create(browser.address()).getPath();
    return path.replaceAll(LOCATORS, "*").replaceAll(ID, "*") + " " + browser.buttons().get(index);
  }

  private static boolean isAt(String link, String start) {
    return link.startsWith("http://" + URI.create(start).getAuthority() + "/");
  }
}
