package dev.purser.daemon.confirmation;

import dev.purser.daemon.audit.CanonicalJson;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Several orders that one signature says yes to: each by its id and its digest, and no other. */
public final class Together {
  /** More than anybody reads before saying yes. */
  public static final int MAX = 20;

  private static final String ORDERS = "orders";

  private Together() {}

  /** Canonical JSON of ids and digests. */
  public static String write(Map<UUID, String> digests) {
    SortedMap<String, String> orders = new TreeMap<>();
    digests.forEach((order, digest) -> orders.put(order.toString(), digest));
    return CanonicalJson.write(Map.of(ORDERS, orders));
  }

  /** Whether the order is among them, with this digest. */
  static boolean names(String together, UUID order, String digest) {
    try {
      return CanonicalJson.read(together).get(ORDERS) instanceof Map<?, ?> orders
          && digest.equals(orders.get(order.toString()));
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
