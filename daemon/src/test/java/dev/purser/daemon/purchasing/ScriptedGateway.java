package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.payments.PaymentLookUp;
import dev.purser.daemon.payments.PaymentOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A rail that a test can have fail at the worst moment. */
public final class ScriptedGateway implements PaymentGateway {
  /** A call that changes something. */
  public enum Call {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND
  }

  /** The call itself, at the rail. */
  public interface Real {
    PaymentOutcome make();
  }

  /** What comes of one call. */
  public interface Twist {
    PaymentOutcome play(Real real);
  }

  /** The machine stops here: nothing after it is done, and nobody catches it. */
  public static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Map<Call, Queue<Twist>> script = new EnumMap<>(Call.class);
  private final List<Call> calls = new ArrayList<>();
  private volatile PaymentGateway rail;

  ScriptedGateway(PaymentGateway rail) {
    this.rail = rail;
    for (Call call : Call.values()) {
      script.put(call, new ConcurrentLinkedQueue<>());
    }
  }

  /** From now on it is this rail that is asked. */
  public void pass(PaymentGateway other) {
    rail = other;
  }

  /** The next such call meets this; several wait for one call each. */
  public void on(Call call, Twist twist) {
    script(call).add(twist);
  }

  public void refuse(Call call, String reason) {
    on(call, real -> new PaymentOutcome.Refused(reason));
  }

  public void doNotReach(Call call) {
    on(call, real -> new PaymentOutcome.NotReached("no connection"));
  }

  /** It is done, and nobody hears of it. */
  public void loseReply(Call call) {
    on(
        call,
        real -> {
          real.make();
          return new PaymentOutcome.Unknown("reply lost");
        });
  }

  /** It is not done, and nobody knows. */
  public void loseRequest(Call call) {
    on(call, real -> new PaymentOutcome.Unknown("request lost"));
  }

  public void stopBefore(Call call) {
    on(
        call,
        real -> {
          throw new PowerCut();
        });
  }

  public void stopAfter(Call call) {
    on(
        call,
        real -> {
          real.make();
          throw new PowerCut();
        });
  }

  /** Every call made, in order. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public String rail() {
    return rail.rail();
  }

  @Override
  public PaymentOutcome authorize(ConfirmedOrder order) {
    return play(Call.AUTHORIZE, () -> rail.authorize(order));
  }

  @Override
  public PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount) {
    return play(Call.CAPTURE, () -> rail.capture(order, reference, amount));
  }

  @Override
  public PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference) {
    return play(Call.VOID, () -> rail.voidAuthorization(order, reference));
  }

  @Override
  public PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number) {
    return play(Call.REFUND, () -> rail.refund(order, reference, amount, number));
  }

  @Override
  public PaymentLookUp lookUp(ConfirmedOrder order) {
    return rail.lookUp(order);
  }

  private PaymentOutcome play(Call call, Real real) {
    note(call);
    Twist twist = script(call).poll();
    return twist == null ? real.make() : twist.play(real);
  }

  private Queue<Twist> script(Call call) {
    return Objects.requireNonNull(script.get(call));
  }

  private synchronized void note(Call call) {
    calls.add(call);
  }
}
