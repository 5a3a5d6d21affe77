package dev.purser.daemon.payments;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stripe's idempotency: what was answered to a key is answered again; another request under the
 * same key is refused; the same one while the first is under way is a conflict.
 */
final class FakeKeys {
  private final Map<String, Entry> entries = new HashMap<>();

  private static final class Entry {
    private final String request;
    private Optional<FakeAnswer> answer = Optional.empty();

    private Entry(String request) {
      this.request = request;
    }
  }

  FakeAnswer once(String key, String request, Supplier<FakeAnswer> action) {
    Entry mine = new Entry(request);
    Entry entry = first(key, mine);
    if (entry != mine) {
      return again(entry, request);
    }
    FakeAnswer answer = action.get();
    keep(entry, answer);
    return answer;
  }

  synchronized void forget() {
    entries.clear();
  }

  private synchronized Entry first(String key, Entry mine) {
    Entry before = entries.putIfAbsent(key, mine);
    return before == null ? mine : before;
  }

  private synchronized void keep(Entry entry, FakeAnswer answer) {
    entry.answer = Optional.of(answer);
  }

  private synchronized FakeAnswer again(Entry entry, String request) {
    if (!entry.request.equals(request)) {
      return FakeAnswer.error(400, "idempotency_error", "idempotency_error");
    }
    return entry
        .answer
        .map(FakeAnswer::replayed)
        .orElseGet(() -> FakeAnswer.error(409, "idempotency_error", "idempotency_key_in_use"));
  }
}
