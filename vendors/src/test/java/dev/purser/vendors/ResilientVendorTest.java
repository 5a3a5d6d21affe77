package dev.purser.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResilientVendorTest {
  private static final VendorOrder ORDER = Samples.order(new UUID(0, 1));
  private static final int CALLS_UNTIL_OPEN = 5;
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FakeVendor shop = new FakeVendor("corner-store");
  private final MovableClock clock = new MovableClock();
  private final ResilientVendor vendor = limited(Duration.ofMinutes(5));

  private ResilientVendor limited(Duration limit) {
    return ResilientVendor.around(shop, limit, clock, threads);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void answersPassThrough() {
    shop.onPlace = () -> new Placement.Placed("7");

    assertThat(vendor.place(ORDER)).isEqualTo(new Placement.Placed("7"));
    assertThat(vendor.quote(List.of())).isEqualTo(new Quote(List.of(), List.of(), List.of()));
    assertThat(vendor.id()).isEqualTo(shop.id());
    assertThat(vendor.payee()).isEqualTo(shop.payee());
    assertThat(vendor.currency()).isEqualTo(shop.currency());
    assertThat(vendor.catalogue()).isSameAs(shop.catalogue());
  }

  @Test
  void quoteThatTakesTooLongIsUnavailable() {
    shop.onQuote = after(NEVER, new Quote(List.of(), List.of(), List.of()));

    assertThatThrownBy(() -> limited(Duration.ofMillis(20)).quote(List.of()))
        .isInstanceOf(VendorUnavailableException.class);
  }

  @Test
  void orderThatTakesTooLongMayHaveArrived() {
    shop.onPlace = after(NEVER, new Placement.Placed("1"));

    assertThat(limited(Duration.ofMillis(20)).place(ORDER)).isInstanceOf(Placement.Unknown.class);
  }

  @Test
  void unexpectedFailureOfAnOrderIsUnknownAndTellsNoDetails() {
    shop.onPlace =
        () -> {
          throw new IllegalStateException("secret detail");
        };

    assertThat(vendor.place(ORDER))
        .isInstanceOf(Placement.Unknown.class)
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void unexpectedFailureOfAQuoteIsUnavailable() {
    shop.onQuote =
        () -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> vendor.quote(List.of()))
        .isInstanceOf(VendorUnavailableException.class);
  }

  @Test
  void vendorThatSaysNothingWasSentIsBelieved() {
    shop.onPlace =
        () -> {
          throw new VendorUnavailableException(shop.id(), new IllegalStateException());
        };

    assertThatThrownBy(() -> vendor.place(ORDER)).isInstanceOf(VendorUnavailableException.class);
  }

  @Test
  void afterTooManyFailuresNothingIsSent() {
    shop.onPlace = () -> new Placement.Unknown("?");
    failUntilOpen();
    shop.onPlace = () -> new Placement.Placed("1");

    assertThatThrownBy(() -> vendor.place(ORDER)).isInstanceOf(VendorUnavailableException.class);
    assertThatThrownBy(() -> vendor.quote(List.of()))
        .isInstanceOf(VendorUnavailableException.class);
    assertThat(shop.calls).isEqualTo(CALLS_UNTIL_OPEN);
  }

  @Test
  void afterThePauseItIsTriedAgain() {
    shop.onPlace = () -> new Placement.Unknown("?");
    failUntilOpen();
    shop.onPlace = () -> new Placement.Placed("1");

    clock.move(Duration.ofSeconds(29));
    assertThatThrownBy(() -> vendor.place(ORDER)).isInstanceOf(VendorUnavailableException.class);
    clock.move(Duration.ofSeconds(2));
    assertThat(vendor.place(ORDER)).isEqualTo(new Placement.Placed("1"));
    assertThat(vendor.place(ORDER)).isEqualTo(new Placement.Placed("1"));
  }

  @Test
  void rejectionsAreAnswers() {
    shop.onPlace = () -> new Placement.Rejected("closed on Sundays");
    for (int i = 0; i < 20; i++) {
      assertThat(vendor.place(ORDER)).isInstanceOf(Placement.Rejected.class);
    }
    assertThat(shop.calls).isEqualTo(20);
  }

  @Test
  void orderThatFoundNoThreadWasNotSent() {
    threads.shutdownNow();

    assertThatThrownBy(() -> vendor.place(ORDER)).isInstanceOf(VendorUnavailableException.class);
    assertThat(shop.calls).isZero();
  }

  @Test
  void interruptedCallerStaysInterrupted() {
    shop.onPlace = after(NEVER, new Placement.Placed("1"));
    Thread.currentThread().interrupt();

    assertThat(vendor.place(ORDER)).isInstanceOf(Placement.Unknown.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void failUntilOpen() {
    for (int i = 0; i < CALLS_UNTIL_OPEN; i++) {
      assertThat(vendor.place(ORDER)).isInstanceOf(Placement.Unknown.class);
    }
  }

  /** Waits until it is interrupted. */
  private static <T> Callable<T> after(CountDownLatch never, T answer) {
    return () -> {
      never.await();
      return answer;
    };
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.EPOCH;

    void move(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
