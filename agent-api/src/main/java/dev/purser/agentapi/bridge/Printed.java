package dev.purser.agentapi.bridge;

import java.util.ArrayList;
import java.util.List;

/** Answers as people read them. */
final class Printed {
  private Printed() {}

  static String cart(Answer answer) {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (answer.raw("result")) {
          case "in_cart" -> "In the cart.";
          case "removed" -> "Removed.";
          case "choose" -> "Nothing was added: several products fit. Ask again with one SKU.";
          case "not_found" -> "Nothing was added: no allowed vendor has it.";
          default -> "The daemon answered: " + answer.text("result");
        });
    if (!answer.list("candidates").isEmpty()) {
      parts.add(candidates(answer));
    }
    Answer cart = answer.inner("cart");
    parts.add(cart.list("lines").isEmpty() ? "The cart is empty." : lines(cart));
    for (Answer total : cart.list("totals")) {
      parts.add("Total at " + total.text("vendor") + ": " + total.amount("total"));
    }
    return String.join("\n", parts);
  }

  private static String candidates(Answer answer) {
    Columns columns = new Columns("SKU", "PRODUCT", "SIZE", "EACH", "VENDOR", "CATEGORY");
    for (Answer product : answer.list("candidates")) {
      columns.add(
          product.text("sku"),
          product.text("title"),
          product.text("size"),
          product.amount("unit_price"),
          product.text("vendor"),
          product.text("category"));
    }
    return columns.text() + "\n";
  }

  private static String lines(Answer cart) {
    Columns columns = new Columns("QUANTITY", "PRODUCT", "SIZE", "SKU", "TOTAL", "VENDOR");
    for (Answer line : cart.list("lines")) {
      columns.add(
          line.text("quantity"),
          line.text("title"),
          line.text("size"),
          line.text("sku"),
          line.amount("total"),
          line.text("vendor"));
    }
    return columns.text();
  }

  static String order(Answer order) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "Order %s: %s, %s at %s"
            .formatted(
                order.text("order"),
                order.text("status"),
                order.amount("total"),
                order.text("vendor")));
    if (order.has("expires_at")) {
      parts.add("The owner has until " + order.text("expires_at") + " to answer.");
    }
    if (order.has("mandate")) {
      parts.add("Confirmed under the owner's standing mandate " + order.text("mandate") + ".");
    }
    for (Answer violation : order.list("violations")) {
      parts.add("- " + violation.text("code") + ": " + violation.text("detail"));
    }
    if (order.has("decline")) {
      Answer decline = order.inner("decline");
      String words = decline.text("reason");
      parts.add(
          "The owner declined: " + decline.text("code") + (words.isEmpty() ? "" : ": " + words));
    }
    return String.join("\n", parts);
  }

  static String problem(Answer problem) {
    return "%s (%s): %s"
        .formatted(problem.text("title"), problem.text("code"), problem.text("detail"));
  }
}
