package dev.purser.agentapi.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add-to-cart",
    description = {
      "Sets how many of a product the cart holds, or lists what the words could mean.",
      "The quantity is absolute, so the same command twice is harmless."
    })
final class AddToCartCommand implements Callable<Integer> {
  private static final Asking.Reading READING =
      new Asking.Reading(
          Printed::cart, answer -> Set.of("in_cart", "removed").contains(answer.raw("result")));

  @Mixin private Asking asking = new Asking();

  @Parameters(index = "0", paramLabel = "ITEM", description = "A SKU, a GTIN, or words in quotes.")
  private String item = "";

  @Option(
      names = "--quantity",
      required = true,
      paramLabel = "N",
      description = "How many in all, 0 to 999; 0 removes it.")
  private int quantity;

  @Option(names = "--vendor", paramLabel = "VENDOR", description = "Look at this vendor only.")
  private @Nullable String vendor;

  @Option(names = "--json", description = "Print the answer, or the problem, as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, @Nullable Object> question = new LinkedHashMap<>();
    question.put("item", item);
    question.put("quantity", quantity);
    if (vendor != null) {
      question.put("vendor", vendor);
    }
    return asking.ask("/v1/add-to-cart", question, json, READING);
  }
}
