package dev.purser.agentapi.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code purser-agent propose-order}. */
final class ProposeOrderCommand {
  private static final List<String> FIELDS = List.of("vendor", "reason", "order");
  private static final Set<String> GOES_ITS_WAY =
      Set.of("awaiting_confirmation", "confirmed", "placed", "paid");
  private static final Asking.Reading READING =
      new Asking.Reading(Printed::order, order -> GOES_ITS_WAY.contains(order.raw("status")));

  private ProposeOrderCommand() {}

  static int run(List<String> words, Console console) {
    Arguments arguments = Arguments.of(words, Set.of("--vendor", "--reason", "--order"), 0);
    Map<String, @Nullable Object> question = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (arguments.has("--" + field)) {
        question.put(field, arguments.value("--" + field));
      }
    }
    return new Asking(arguments, console).ask("/v1/propose-order", question, READING);
  }
}
