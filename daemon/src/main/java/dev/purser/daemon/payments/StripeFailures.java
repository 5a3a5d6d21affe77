package dev.purser.daemon.payments;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import dev.purser.daemon.payments.PaymentOutcome.NotReached;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import dev.purser.daemon.payments.PaymentOutcome.Unknown;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failed call to Stripe says about the money. Where the answer leaves a doubt, so do we: a
 * wrong {@code Unknown} costs a look-up, a wrong {@code NotReached} or {@code Refused} costs money.
 */
final class StripeFailures {
  private static final Logger LOG = LoggerFactory.getLogger(StripeFailures.class);
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,60}");

  /** The first row that fits decides; what fits none, such as a 409 or a 500, is unknown. */
  private static final List<Row> TABLE =
      List.of(
          // No connection, so not a byte of the request was sent.
          row(StripeFailures::neverConnected, e -> new NotReached("not_connected")),
          // Sent; no answer, half an answer, or too late.
          row(ApiConnectionException.class, e -> new Unknown("no_answer")),
          // The key was used for another request before, and that one may have gone through.
          row(IdempotencyException.class, e -> new Unknown("idempotency_error")),
          // The same request is still under way.
          row(StripeFailures::isUnderWay, e -> new Unknown("idempotency_key_in_use")),
          // 429, 403, 401: turned away at the door. A missing permission is a kind of 401 to the
          // library.
          row(RateLimitException.class, e -> new NotReached("rate_limited")),
          row(PermissionException.class, e -> new NotReached("key_not_permitted")),
          row(AuthenticationException.class, e -> new NotReached("key_not_accepted")),
          // 402: the bank said no. Its own reason says more than card_declined.
          row(CardException.class, e -> new Refused(declineReason(e))),
          // 400, 404: the request is wrong and will not become right.
          row(
              InvalidRequestException.class,
              e -> new Refused(code(e.getCode(), "invalid_request"))));

  private StripeFailures() {}

  /** One call to Stripe, with whatever is made of its answer. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws StripeException;
  }

  /** The call's outcome, or what its failure means. Never throws. */
  static PaymentOutcome outcomeOf(Call<PaymentOutcome> call) {
    try {
      return call.run();
    } catch (StripeException e) {
      return outcomeOf(e);
    } catch (RuntimeException e) {
      // The library stumbles over answers it cannot read; its messages quote them.
      LOG.warn("Stripe's answer could not be read: {}", e.getClass().getName());
      return new Unknown("unreadable_answer");
    }
  }

  static PaymentOutcome outcomeOf(StripeException e) {
    LOG.warn(
        "Stripe call failed: {}, status {}, code {}, request {}",
        e.getClass().getSimpleName(),
        e.getStatusCode(),
        code(e.getCode(), "none"),
        e.getRequestId() == null ? "none" : e.getRequestId().replaceAll("[^A-Za-z0-9_]", ""));
    for (Row row : TABLE) {
      if (row.when.test(e)) {
        return row.then.apply(e);
      }
    }
    return new Unknown("http_" + e.getStatusCode());
  }

  /** Whether Stripe says that the payment is not in the state, or the key not for the request. */
  static boolean doesNotFitState(StripeException e) {
    return e instanceof InvalidRequestException || e instanceof IdempotencyException;
  }

  private static boolean neverConnected(StripeException e) {
    Throwable cause = e.getCause();
    return e instanceof ApiConnectionException
        && (cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException);
  }

  private static boolean isUnderWay(StripeException e) {
    return "idempotency_key_in_use".equals(e.getCode());
  }

  private static String declineReason(StripeException e) {
    String reason = e instanceof CardException card ? card.getDeclineCode() : null;
    return code(reason, code(e.getCode(), "card_declined"));
  }

  /** A code is shown to people and kept: nothing but a short word passes. */
  static String code(@Nullable String code, String otherwise) {
    return code != null && CODE.matcher(code).matches() ? code : otherwise;
  }

  private record Row(
      Predicate<StripeException> when, Function<StripeException, PaymentOutcome> then) {}

  private static Row row(
      Predicate<StripeException> when, Function<StripeException, PaymentOutcome> then) {
    return new Row(when, then);
  }

  private static Row row(
      Class<? extends StripeException> when, Function<StripeException, PaymentOutcome> then) {
    return new Row(when::isInstance, then);
  }
}
