package dev.purser.daemon.inspection;

/**
 * An amount that was set, as the trail tells it.
 *
 * @param subject category and month
 * @param amount with its currency, in minor units
 */
record BudgetEvent(String subject, String amount) {
  static BudgetEvent of(EventBody event) {
    return new BudgetEvent(
        subject(event.fact("category").orElse(""), event.fact("month").orElse("")),
        event.fact("currency").orElse("") + " " + event.fact("after_minor").orElse(""));
  }

  static String subject(String category, String month) {
    return "budget " + category + " " + month;
  }
}
