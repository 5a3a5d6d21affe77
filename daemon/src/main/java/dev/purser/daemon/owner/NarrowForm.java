package dev.purser.daemon.owner;

import dev.purser.daemon.purchasing.Less;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stays of an order: the digest that was shown, and a number for each SKU. */
public final class NarrowForm {
  /** Before a SKU, in the name of a field; a box that is not ticked is not sent, and leaves out. */
  public static final String PREFIX = "take.";

  private static final String NUMBER = "\\d{1,3}";

  private NarrowForm() {}

  /** Empty when it is no such form. */
  static Optional<Less> read(MultivaluedMap<String, String> form) {
    String digest = form.getFirst("digest");
    Map<String, Integer> quantities = new HashMap<>();
    for (Map.Entry<String, List<String>> field : form.entrySet()) {
      if (field.getKey().startsWith(PREFIX)) {
        if (field.getValue().size() != 1 || !field.getValue().get(0).matches(NUMBER)) {
          return Optional.empty();
        }
        String sku = field.getKey().substring(PREFIX.length());
        quantities.put(sku, Integer.parseInt(field.getValue().get(0)));
      }
    }
    return digest == null ? Optional.empty() : Optional.of(new Less(digest, quantities));
  }
}
