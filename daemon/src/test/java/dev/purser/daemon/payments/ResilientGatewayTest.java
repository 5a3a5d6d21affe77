package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import dev.purser.daemon.SettableClock;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.ConfirmedOrders;
import dev.purser.daemon.payments.PaymentOutcome.Done;
import dev.purser.daemon.payments.PaymentOutcome.NotReached;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import dev.purser.daemon.payments.PaymentOutcome.Unknown;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ResilientGatewayTest {
  private static final NotReached RESTING = new NotReached("rail_resting");

  private final ConfirmedOrder order = ConfirmedOrders.anOrder(Money.ofMinor("USD", 10_00));
  private final Rail rail = new Rail();
  private final SettableClock clock = new SettableClock(ConfirmedOrders.CONFIRMED_AT);
  private final PaymentGateway gateway = new ResilientGateway(rail, clock);

  static Stream<PaymentOutcome> failures() {
    return Stream.of(new Unknown("no_answer"), new NotReached("not_connected"));
  }

  static Stream<PaymentOutcome> answers() {
    return Stream.of(
        new Refused("insufficient_funds"), new Done("pi_1", Money.ofMinor("USD", 10_00)));
  }

  private void authorize(int times) {
    for (int i = 0; i < times; i++) {
      gateway.authorize(order);
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void afterFiveFailuresNothingIsSent(PaymentOutcome failure) {
    rail.outcome = failure;
    authorize(4);
    assertThat(gateway.authorize(order)).isEqualTo(failure);

    assertThat(gateway.authorize(order)).isEqualTo(RESTING);
    assertThat(gateway.capture(order, "pi_1", order.total())).isEqualTo(RESTING);
    assertThat(gateway.voidAuthorization(order, "pi_1")).isEqualTo(RESTING);
    assertThat(gateway.refund(order, "pi_1", order.total(), 1)).isEqualTo(RESTING);
    assertThat(gateway.lookUp(order)).isEqualTo(new PaymentLookUp.Unknown("rail_resting"));
    assertThat(rail.calls).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersDoNotCountAsFailures(PaymentOutcome answer) {
    rail.outcome = answer;
    authorize(20);

    assertThat(gateway.authorize(order)).isEqualTo(answer);
    assertThat(rail.calls).isEqualTo(21);
  }

  @Test
  void lookUpsWithoutAnAnswerCount() {
    rail.found = new PaymentLookUp.Unknown("no_answer");
    for (int i = 0; i < 5; i++) {
      gateway.lookUp(order);
    }

    assertThat(gateway.authorize(order)).isEqualTo(RESTING);
  }

  @Test
  void afterThirtySecondsTheRailIsTriedAgain() {
    rail.outcome = new Unknown("no_answer");
    authorize(5);
    rail.outcome = new Refused("insufficient_funds");

    clock.pass(Duration.ofSeconds(29));
    assertThat(gateway.authorize(order)).isEqualTo(RESTING);
    clock.pass(Duration.ofSeconds(2));
    assertThat(gateway.authorize(order)).isEqualTo(rail.outcome);
  }

  @Test
  void theRailKeepsItsName() {
    assertThat(gateway.rail()).isEqualTo("scripted");
  }

  private static final class Rail implements PaymentGateway {
    private PaymentOutcome outcome = new Refused("not_scripted");
    private PaymentLookUp found = new PaymentLookUp.NotFound();
    private int calls;

    private PaymentOutcome called() {
      calls++;
      return outcome;
    }

    @Override
    public String rail() {
      return "scripted";
    }

    @Override
    public PaymentOutcome authorize(ConfirmedOrder order) {
      return called();
    }

    @Override
    public PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount) {
      return called();
    }

    @Override
    public PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference) {
      return called();
    }

    @Override
    public PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number) {
      return called();
    }

    @Override
    public PaymentLookUp lookUp(ConfirmedOrder order) {
      calls++;
      return found;
    }
  }
}
