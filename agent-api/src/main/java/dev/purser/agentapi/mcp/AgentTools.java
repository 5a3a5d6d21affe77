package dev.purser.agentapi.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The two tools as a model sees them: what they do, what they take, what they answer. */
final class AgentTools {
  /** For the model's instructions, where a client shows them to it. */
  static final String INSTRUCTIONS =
      """
      You can fill a cart and propose an order; a person, the owner, decides whether it is bought. \
      First add_to_cart for each thing, then propose_order once. You need no payment data, no \
      password and no link, and will be given none. Prices and limits come from the owner's side.""";

  static final Tool ADD_TO_CART =
      tool(
          "add_to_cart",
          "Add to cart",
          """
          Finds a product and sets how many of it the cart holds. Nothing is ordered by this.

          The quantity is absolute: the same call twice sets the line once, so after a lost answer \
          call again. 0 removes the line. Words that fit several products change nothing and \
          answer "choose" with candidates: call again with the sku of the right one as item. \
          This is also how to search. The answer has the whole cart, with the vendor's prices.""");

  static final Tool PROPOSE_ORDER =
      tool(
          "propose_order",
          "Propose order",
          """
          Proposes one vendor's lines of the cart to the owner, or tells how an earlier order \
          stands.

          Nothing is bought by this: the owner is told, and decides. "awaiting_confirmation" is \
          success; go on with something else, since people answer in minutes or hours. Do not ask \
          the owner for a link or a code, you need none. To see how it went, call later with \
          nothing but the order's id. The same lines proposed again while they wait are the same \
          order. "denied" is a normal answer: violations says all that is against it and what \
          would pass, such as the amount available or when the budget begins anew; change the cart \
          and propose again, or tell the owner. Do not repeat a denied or declined order \
          unchanged.""");

  static final List<String> NAMES = List.of(ADD_TO_CART.name(), PROPOSE_ORDER.name());

  private AgentTools() {}

  /** Nothing is read-only or deleted for good, and the same call twice is harmless. */
  private static Tool tool(String name, String title, String description) {
    return Tool.builder(name, schema(name + ".input.json"))
        .title(title)
        .description(description)
        .outputSchema(schema(name + ".output.json"))
        .annotations(
            ToolAnnotations.builder()
                .title(title)
                .readOnlyHint(false)
                .destructiveHint(false)
                .idempotentHint(true)
                // Vendors and the owner are outside, and answer in their own words.
                .openWorldHint(true)
                .build())
        .build();
  }

  private static Map<String, Object> schema(String file) {
    try (InputStream json = AgentTools.class.getResourceAsStream(file)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(json, file), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
