package dev.purser.vendors;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about one vendor. Errors begin with the key that is wrong.
 *
 * @param payee as it appears on the statement; 1 to 100 characters
 * @param origin where it sells: https (http on localhost only), host, perhaps a port
 * @param currency the one it sells in
 * @param delivery charged once per order, in that currency; may be left out
 * @param categories the vendor's word for a category → the owner's category, compared without case;
 *     {@code *} stands for every other word
 * @param orders directory that placed orders are dropped in, relative to the description's own
 */
public record VendorDescription(
    @JsonDeserialize(converter = ToVendorId.class) VendorId id,
    String payee,
    URI origin,
    Currency currency,
    @JsonDeserialize(converter = ToMoney.class) @Nullable Money delivery,
    @JsonDeserialize(contentConverter = ToCategoryId.class) Map<String, CategoryId> categories,
    CatalogueDescription catalogue,
    String orders) {
  private static final String ANY_OTHER = "*";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public VendorDescription {
    require("id", id);
    requirePayee(payee);
    requireOrigin(origin);
    require("currency", currency);
    if (delivery != null) {
      requireDelivery(delivery, currency);
    }
    categories = withoutCase(categories);
    require("catalogue", catalogue);
    requirePath("orders", orders);
  }

  /** Who is paid, as every order shows it. */
  public Payee pinnedPayee() {
    return new Payee(payee, origin);
  }

  public Optional<Charge> deliveryCharge() {
    return Optional.ofNullable(delivery).map(amount -> new Charge("Delivery", amount));
  }

  /** The owner's category for the vendor's word, if the owner gave one. */
  public Optional<CategoryId> categoryOf(String vendorsWord) {
    return Optional.ofNullable(categories.get(vendorsWord))
        .or(() -> Optional.ofNullable(categories.get(ANY_OTHER)));
  }

  /**
   * The catalogue file.
   *
   * @param directory that this description lies in
   */
  public Path catalogueFile(Path directory) {
    return directory.resolve(catalogue.file());
  }

  /**
   * Where placed orders are dropped.
   *
   * @param directory that this description lies in
   */
  public Path ordersDirectory(Path directory) {
    return directory.resolve(orders);
  }

  static String requirePath(String key, @Nullable String path) {
    if (require(key, path).isBlank()) {
      throw wrong(key, "is empty");
    }
    try {
      return Path.of(path).toString();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(key + ": is not a path", e);
    }
  }

  private static <T> T require(String key, @Nullable T value) {
    if (value == null) {
      throw wrong(key, "is missing");
    }
    return value;
  }

  private static void requirePayee(@Nullable String payee) {
    String name = require("payee", payee);
    if (name.isEmpty() || name.length() > 100 || VendorText.hidesSomething(name)) {
      throw wrong("payee", "must be 1 to 100 visible characters");
    }
  }

  private static void requireOrigin(@Nullable URI origin) {
    URI uri = require("origin", origin);
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw wrong(
          "origin", "'%s' names no host: write it like https://shop.example".formatted(uri));
    }
    if (!"https".equals(scheme) && !("http".equals(scheme) && THIS_MACHINE.contains(host))) {
      throw wrong("origin", "'%s' must begin with https://".formatted(uri));
    }
    // What is left must be scheme, host and port alone: user info looks like a host to the eye.
    String bare = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    if (!uri.toString().equals(bare)) {
      throw wrong("origin", "'%s' has more than scheme, host and port".formatted(uri));
    }
  }

  private static void requireDelivery(Money amount, Currency currency) {
    if (!amount.currency().equals(currency)) {
      throw wrong("delivery", "'%s' is not in %s".formatted(amount, currency));
    }
    if (amount.isNegative() || amount.isZero()) {
      throw wrong("delivery", "'%s' must be more than nothing".formatted(amount));
    }
  }

  private static Map<String, CategoryId> withoutCase(@Nullable Map<String, CategoryId> given) {
    if (given == null) {
      throw wrong("categories", "is missing");
    }
    if (given.isEmpty()) {
      throw wrong("categories", "is empty: \"*\" stands for every word of the vendor's");
    }
    Map<String, CategoryId> categories = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, CategoryId> entry : given.entrySet()) {
      String key = "categories." + entry.getKey();
      if (categories.put(entry.getKey().strip(), require(key, entry.getValue())) != null) {
        throw wrong(key, "is there twice");
      }
    }
    return Collections.unmodifiableMap(categories);
  }

  private static IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(key + ": " + what);
  }

  static final class ToVendorId extends StdConverter<String, VendorId> {
    @Override
    public VendorId convert(String name) {
      return named("id", () -> new VendorId(name));
    }
  }

  static final class ToCategoryId extends StdConverter<String, CategoryId> {
    @Override
    public CategoryId convert(String path) {
      return named("categories", () -> new CategoryId(path));
    }
  }

  static final class ToMoney extends StdConverter<String, Money> {
    @Override
    public Money convert(String amount) {
      return named("delivery", () -> Money.parse(amount));
    }
  }

  private static <T> T named(String key, Supplier<T> parsed) {
    try {
      return parsed.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }
}
