package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.PANTRY;
import static dev.purser.daemon.purchasing.House.UNDO_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.payments.FakeStripe;
import dev.purser.daemon.payments.Fault;
import dev.purser.daemon.purchasing.ScriptedGateway.Call;
import dev.purser.daemon.purchasing.ScriptedGateway.PowerCut;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is lost between us and Stripe, and whenever: one authorization, one capture. */
@ExtendWith(HouseKeeper.class)
class LostAnswersTest {
  @SuppressWarnings("NullAway.Init")
  private FakeStripe stripe;

  @BeforeEach
  void openStripe(House house) {
    stripe = FakeStripe.start(house.clock);
    house.rail.pass(stripe.gateway(house.directory));
  }

  @AfterEach
  void closeStripe() {
    stripe.close();
    assertThat(stripe.violations()).isEmpty();
  }

  @OnEachDatabase
  void aPaidOrderIsOneAuthorizationAndOneCapture(House house) {
    assertPaidOnce(house, house.paid("eggs", 2));
  }

  @OnEachDatabase
  void theAnswerToTheAuthorizationIsLost(House house) {
    stripe.failNext(Fault.REPLY_LOST);
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");

    house.payForHours();

    assertPaidOnce(house, order);
  }

  @OnEachDatabase
  void theAuthorizationIsAnsweredWithAnError(House house) {
    stripe.failNext(Fault.ERROR_AFTER_ACTING);
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();

    assertPaidOnce(house, order);
  }

  @OnEachDatabase
  void theLookUpFailsToo(House house) {
    stripe.failNext(Fault.REPLY_LOST);
    stripe.failNext(Fault.REPLY_LOST);
    stripe.failNext(Fault.BAD_GATEWAY);
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();

    assertPaidOnce(house, order);
  }

  @OnEachDatabase
  void theAnswerToTheCaptureIsLost(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);
    stripe.failNext(Fault.REPLY_LOST);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);

    house.payForHours();

    assertPaidOnce(house, order);
  }

  @OnEachDatabase
  void theAnswerToTheVoidIsLost(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    stripe.failNext(Fault.REPLY_LOST);
    assertThat(house.flow().undo(house.link(order))).isTrue();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);

    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    assertThat(stripe.authorizations()).isOne();
    assertThat(stripe.captures()).isZero();
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void thePowerIsCutBeforeTheAuthorization(House house) {
    house.rail.stopBefore(Call.AUTHORIZE);
    assertPaidOnceAfterPowerCut(house);
  }

  @OnEachDatabase
  void thePowerIsCutAfterTheAuthorization(House house) {
    house.rail.stopAfter(Call.AUTHORIZE);
    assertPaidOnceAfterPowerCut(house);
  }

  @OnEachDatabase
  void thePowerIsCutBeforeTheCapture(House house) {
    house.rail.stopBefore(Call.CAPTURE);
    assertPaidOnceAfterPowerCut(house);
  }

  @OnEachDatabase
  void thePowerIsCutAfterTheCapture(House house) {
    house.rail.stopAfter(Call.CAPTURE);
    assertPaidOnceAfterPowerCut(house);
  }

  @OnEachDatabase
  void thePowerIsCutAfterTheVoid(House house) {
    house.rail.stopAfter(Call.VOID);
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    assertThat(catchThrowable(() -> house.flow().undo(house.link(order))))
        .isInstanceOf(PowerCut.class);
    house.restart();
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    assertThat(stripe.captures()).isZero();
  }

  /** Dead and started again, it finds the step announced and no outcome. */
  private void assertPaidOnceAfterPowerCut(House house) {
    UUID order = house.confirmed("eggs", 2);
    Throwable first = catchThrowable(house::pay);
    house.clock.pass(UNDO_WINDOW);
    Throwable second = first == null ? catchThrowable(house::pay) : null;
    assertThat(first == null ? second : first).isInstanceOf(PowerCut.class);
    house.restart();
    house.payForHours();

    assertThat(house.story(order)).contains("order.in_doubt");
    assertPaidOnce(house, order);
  }

  private void assertPaidOnce(House house, UUID order) {
    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(stripe.authorizations()).isOne();
    assertThat(stripe.captures()).isOne();
    assertThat(stripe.captured(order)).isEqualTo(5_88);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 5.88");
  }
}
