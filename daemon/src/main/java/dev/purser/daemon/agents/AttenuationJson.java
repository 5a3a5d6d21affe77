package dev.purser.daemon.agents;

import dev.purser.budgets.Attenuation;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attenuations as plain fields and as text; a bound that is not there has no field. */
public final class AttenuationJson {
  private AttenuationJson() {}

  /** Lists and strings, for canonical JSON and for people. */
  public static Map<String, Object> fields(Attenuation attenuation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    attenuation.categories().ifPresent(all -> fields.put("categories", sorted(all)));
    attenuation.vendors().ifPresent(all -> fields.put("vendors", sorted(all)));
    attenuation.cap().ifPresent(cap -> fields.put("cap", cap.toString()));
    attenuation.expiresAt().ifPresent(end -> fields.put("expires_at", end.toString()));
    return fields;
  }

  static String write(Attenuation attenuation) {
    return CanonicalJson.write(fields(attenuation));
  }

  static Attenuation read(String json) {
    Map<String, Object> fields = CanonicalJson.read(json);
    return new Attenuation(
        each(fields.get("categories"), CategoryId::new),
        each(fields.get("vendors"), VendorId::new),
        Optional.ofNullable((String) fields.get("cap")).map(Money::parse),
        Optional.ofNullable((String) fields.get("expires_at")).map(Instant::parse));
  }

  private static List<String> sorted(Collection<?> all) {
    return all.stream().map(Object::toString).sorted().toList();
  }

  private static <T> Optional<Set<T>> each(@Nullable Object list, Function<String, T> meaning) {
    return Optional.ofNullable((List<?>) list)
        .map(
            all ->
                all.stream()
                    .map(text -> meaning.apply(String.valueOf(text)))
                    .collect(Collectors.toUnmodifiableSet()));
  }
}
