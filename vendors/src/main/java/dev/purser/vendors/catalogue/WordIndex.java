package dev.purser.vendors.catalogue;

import dev.purser.vendors.Product;
import dev.purser.vendors.SearchHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds products by the words of their titles and sizes. All words of a query must be found: whole,
 * or as a word's beginning, or, only where nothing is found so, misspelt. What a query costs grows
 * with the number of distinct words, not with the number of products that share them.
 */
final class WordIndex {
  private static final int LONGEST_QUERY = 200;
  private static final int SHORTEST_BEGINNING = 2;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int TWO_SLIPS_FROM = 8;

  /** Comparing a word with the whole vocabulary is the one thing here that costs. */
  private static final int MOST_MISSPELT = 8;

  /** Behind every word of a title: a size is what a query names last. */
  private static final int PLACE_OF_SIZE = 99;

  private static final int TIER = 1_000_000;

  private static final Comparator<SearchHit> BEST_FIRST =
      Comparator.comparingInt(SearchHit::score)
          .reversed()
          .thenComparing(hit -> hit.product().title())
          .thenComparing(hit -> hit.product().sku());

  /**
   * One product.
   *
   * @param head words before the first comma: the thing itself, as in "Potatoes, White"
   */
  private record Entry(Product product, List<String> titleWords, List<String> head) {}

  private record Spot(int entry, int place) {}

  private final List<Entry> entries = new ArrayList<>();
  private final NavigableMap<String, List<Spot>> spots = new TreeMap<>();

  WordIndex(List<Product> products) {
    products.forEach(this::add);
  }

  /** Any text at all; of one beyond 200 characters the rest is ignored. Best first. */
  List<SearchHit> search(String query, int limit) {
    String bounded = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    List<String> words = Words.telling(bounded).stream().distinct().toList();
    List<SearchHit> hits = hits(words, false);
    if (hits.isEmpty() && words.size() <= MOST_MISSPELT) {
      hits = hits(words, true);
    }
    return hits.stream().sorted(BEST_FIRST).limit(Math.max(0, limit)).toList();
  }

  private void add(Product product) {
    int entry = entries.size();
    List<String> titleWords = Words.telling(product.title());
    entries.add(new Entry(product, titleWords, head(product.title())));
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < titleWords.size(); place++) {
      places.putIfAbsent(titleWords.get(place), Math.min(place, PLACE_OF_SIZE));
    }
    Words.of(product.size()).forEach(word -> places.putIfAbsent(word, PLACE_OF_SIZE));
    places.forEach(
        (word, place) ->
            spots.computeIfAbsent(word, w -> new ArrayList<>()).add(new Spot(entry, place)));
  }

  private static List<String> head(String title) {
    int comma = title.indexOf(',');
    return Words.telling(comma < 0 ? title : title.substring(0, comma));
  }

  private List<SearchHit> hits(List<String> words, boolean misspelt) {
    Map<Integer, List<WordMatch>> found = new HashMap<>();
    for (int i = 0; i < words.size() && (i == 0 || !found.isEmpty()); i++) {
      narrow(found, matches(words.get(i), misspelt), i == 0);
    }
    return found.entrySet().stream()
        .map(match -> hit(entries.get(match.getKey()), words, match.getValue()))
        .toList();
  }

  private static void narrow(
      Map<Integer, List<WordMatch>> found, Map<Integer, WordMatch> matches, boolean first) {
    if (first) {
      matches.keySet().forEach(entry -> found.put(entry, new ArrayList<>()));
    }
    found.keySet().retainAll(matches.keySet());
    found.forEach((entry, soFar) -> soFar.add(matches.get(entry)));
  }

  /** The best match of the word in each product that has one. */
  private Map<Integer, WordMatch> matches(String word, boolean misspelt) {
    Map<Integer, WordMatch> matches = new HashMap<>();
    if (word.length() >= SHORTEST_BEGINNING) {
      spots
          .subMap(word, true, word + Character.MAX_VALUE, false)
          .values()
          .forEach(spots -> put(matches, spots, WordMatch.Kind.BEGINNING));
    }
    put(matches, spots.getOrDefault(word, List.of()), WordMatch.Kind.WHOLE);
    if (misspelt && canBeMisspelt(word)) {
      int slips = word.length() < TWO_SLIPS_FROM ? 1 : 2;
      spots.forEach(
          (other, spots) -> {
            if (EditDistance.isWithin(slips, word, other)) {
              put(matches, spots, WordMatch.Kind.MISSPELT);
            }
          });
    }
    return matches;
  }

  private static void put(Map<Integer, WordMatch> matches, List<Spot> spots, WordMatch.Kind kind) {
    for (Spot spot : spots) {
      matches.merge(spot.entry(), new WordMatch(kind, spot.place()), WordMatch::orBetter);
    }
  }

  /** Another number is another thing, not a slip of the finger. */
  private static boolean canBeMisspelt(String word) {
    return word.length() >= SHORTEST_MISSPELT && word.chars().allMatch(Character::isLetter);
  }

  private static SearchHit hit(Entry entry, List<String> words, List<WordMatch> matches) {
    WordMatch.Kind worst =
        matches.stream().map(WordMatch::kind).min(Comparator.naturalOrder()).orElseThrow();
    boolean isWhole = worst == WordMatch.Kind.WHOLE;
    int tier = worst.tier() + (isWhole && entry.titleWords().equals(words) ? 1 : 0);
    return new SearchHit(entry.product(), tier * TIER + closeness(entry, words, matches), isWhole);
  }

  /** Within a tier: found in front, then nothing but the thing itself, then few words besides. */
  private static int closeness(Entry entry, List<String> words, List<WordMatch> matches) {
    int inFront = matches.stream().mapToInt(match -> 100 - match.place()).sum() / matches.size();
    int isThing = words.containsAll(entry.head()) ? 500 : 0;
    int brevity = 100 - Math.min(PLACE_OF_SIZE, entry.titleWords().size());
    return inFront * 1_000 + isThing + brevity;
  }
}
