package dev.purser.agentapi.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "propose-order",
    description = {
      "Proposes a vendor's lines to the owner, or tells how an earlier order stands.",
      "Nothing is bought by this: the owner decides."
    })
final class ProposeOrderCommand implements Callable<Integer> {
  private static final Set<String> GOES_ITS_WAY =
      Set.of("awaiting_confirmation", "confirmed", "placed", "paid");
  private static final Asking.Reading READING =
      new Asking.Reading(Printed::order, order -> GOES_ITS_WAY.contains(order.raw("status")));

  @Mixin private Asking asking = new Asking();

  @Option(
      names = "--vendor",
      paramLabel = "VENDOR",
      description = "Whose lines; not needed while the cart has one vendor only.")
  private @Nullable String vendor;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in at most 280 characters; the owner reads it as your words.")
  private @Nullable String reason;

  @Option(
      names = "--order",
      paramLabel = "ID",
      description = "Ask after this order instead of proposing.")
  private @Nullable String order;

  @Option(names = "--json", description = "Print the answer, or the problem, as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, @Nullable Object> question = new LinkedHashMap<>();
    question.put("vendor", vendor);
    question.put("reason", reason);
    question.put("order", order);
    question.values().removeIf(value -> value == null);
    return asking.ask("/v1/propose-order", question, json, READING);
  }
}
