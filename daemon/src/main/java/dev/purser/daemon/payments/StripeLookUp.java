package dev.purser.daemon.payments;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.service.PaymentIntentService;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.payments.PaymentLookUp.Found;
import dev.purser.daemon.payments.PaymentLookUp.NotFound;
import dev.purser.daemon.payments.PaymentLookUp.Standing;
import dev.purser.daemon.payments.PaymentLookUp.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds an order's payment among the customer's. By the list and not by Stripe's search, which may
 * lag a minute behind and so deny a payment that was made.
 */
final class StripeLookUp {
  /** Metadata that names the order. */
  static final String ORDER = "purser_order";

  /** Metadata that says what the owner confirmed. */
  static final String DIGEST = "purser_digest";

  /** How far Stripe's clock may be behind ours. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(10);

  private static final long PAGE = 100;
  private static final int MOST_PAGES = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(StripeLookUp.class);

  /** Two of these for one order would be paid twice; no rule here should choose between them. */
  private static final Set<Standing> HOLDS_MONEY =
      EnumSet.of(Standing.PROCESSING, Standing.AUTHORIZED, Standing.CAPTURED);

  private final PaymentIntentService intents;
  private final String customer;

  StripeLookUp(PaymentIntentService intents, String customer) {
    this.intents = intents;
    this.customer = customer;
  }

  /**
   * What Stripe knows of the order. Not found is said of this moment: a call that is still under
   * way may yet arrive.
   */
  PaymentLookUp find(ConfirmedOrder order) {
    try {
      return theOne(matching(order).stream().map(StripeLookUp::found).toList());
    } catch (StripeException e) {
      return StripeFailures.outcomeOf(e)
          .match(
              done -> new Unknown("no_answer"),
              refused -> new Unknown(refused.reason()),
              missed -> new Unknown(missed.reason()),
              unknown -> new Unknown(unknown.reason()));
    } catch (RuntimeException e) {
      LOG.warn("Stripe's list could not be read: {}", e.getClass().getName());
      return new Unknown("unreadable_answer");
    }
  }

  private static PaymentLookUp theOne(List<Found> found) {
    List<Found> holding =
        found.stream().filter(each -> HOLDS_MONEY.contains(each.standing())).toList();
    if (holding.size() > 1) {
      return new Unknown("several_payments");
    }
    if (holding.size() == 1) {
      return holding.get(0);
    }
    return found.isEmpty() ? new NotFound() : found.get(0);
  }

  private List<PaymentIntent> matching(ConfirmedOrder order) throws StripeException {
    List<PaymentIntent> matching = new ArrayList<>();
    PaymentIntentListParams.Builder query = query(order);
    for (int page = 0; page < MOST_PAGES; page++) {
      StripeCollection<PaymentIntent> answer = intents.list(query.build());
      List<PaymentIntent> listed = answer.getData();
      listed.stream().filter(intent -> isOf(order, intent)).forEach(matching::add);
      if (!answer.getHasMore()) {
        return matching;
      }
      query.setStartingAfter(listed.get(listed.size() - 1).getId());
    }
    throw new IllegalStateException("the list does not end");
  }

  private PaymentIntentListParams.Builder query(ConfirmedOrder order) {
    long from = order.confirmedAt().minus(CLOCK_DIFFERENCE).getEpochSecond();
    return PaymentIntentListParams.builder()
        .setCustomer(customer)
        .setCreated(PaymentIntentListParams.Created.builder().setGte(from).build())
        .setLimit(PAGE)
        .addExpand("data.latest_charge");
  }

  private static boolean isOf(ConfirmedOrder order, PaymentIntent intent) {
    return order.id().toString().equals(intent.getMetadata().get(ORDER));
  }

  private static Found found(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    boolean captured = standing(intent) == Standing.CAPTURED;
    return new Found(
        intent.getId(),
        standing(intent),
        money(intent, captured ? intent.getAmountReceived() : 0),
        money(intent, captured ? refunded(charge) : 0));
  }

  private static Standing standing(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_capture" -> Standing.AUTHORIZED;
      case "succeeded" -> Standing.CAPTURED;
      case "processing", "requires_action", "requires_confirmation" -> Standing.PROCESSING;
      case "requires_payment_method" -> Standing.REFUSED;
      // Without a charge there were never any funds to give back.
      case "canceled" -> intent.getLatestCharge() == null ? Standing.REFUSED : Standing.VOIDED;
      default -> throw new IllegalArgumentException("a status that we do not know");
    };
  }

  /**
   * Stripe books what a partial capture released as refunded, though it was never taken.
   *
   * @return in Stripe's units
   */
  private static long refunded(Charge charge) {
    long released = charge.getAmount() - charge.getAmountCaptured();
    long refunded = charge.getAmountRefunded();
    return refunded >= released ? refunded - released : refunded;
  }

  static Money money(PaymentIntent intent, long units) {
    return StripeAmounts.fromStripe(intent.getCurrency(), units);
  }

  static String currencyOf(ConfirmedOrder order) {
    return order.total().currency().getCurrencyCode().toLowerCase(Locale.ROOT);
  }
}
