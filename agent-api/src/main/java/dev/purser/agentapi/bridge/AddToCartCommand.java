package dev.purser.agentapi.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code purser-agent add-to-cart}. */
final class AddToCartCommand {
  private static final String QUANTITY = "--quantity";
  private static final String VENDOR = "--vendor";
  private static final Asking.Reading READING =
      new Asking.Reading(
          Printed::cart, answer -> Set.of("in_cart", "removed").contains(answer.raw("result")));

  private AddToCartCommand() {}

  static int run(List<String> words, Console console) {
    Arguments arguments = Arguments.of(words, Set.of(QUANTITY, VENDOR), 1);
    Map<String, @Nullable Object> question = new LinkedHashMap<>();
    question.put("item", arguments.words().get(0));
    question.put("quantity", arguments.wholeNumber(QUANTITY));
    if (arguments.has(VENDOR)) {
      question.put("vendor", arguments.value(VENDOR));
    }
    return new Asking(arguments, console).ask("/v1/add-to-cart", question, READING);
  }
}
