package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.ConfirmedOrders;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The key is seen by Stripe and by nobody else, whatever goes wrong. */
final class StripeSecrecyTest {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(before);
    root.detachAppender(log);
  }

  @Test
  void noFaultShowsTheKey() {
    try (FakeStripe stripe = FakeStripe.start()) {
      StripeConfig config = FakeStripe.config(directory, "pm_card_visa", Duration.seconds(30));
      PaymentGateway gateway =
          new StripeGateway(StripeClients.at(stripe.baseUri(), config), config);

      List<String> said =
          Stream.of(Fault.values())
              .filter(fault -> fault != Fault.SLOW)
              .flatMap(fault -> said(stripe, gateway, fault))
              .toList();

      assertThat(said).isNotEmpty().noneMatch(each -> each.contains(FakeStripe.KEY));
      assertThat(config + " " + gateway).doesNotContain(FakeStripe.KEY);
    }
    assertThat(log.list)
        .extracting(StripeSecrecyTest::everything)
        .anyMatch(each -> each.contains("Stripe call failed"))
        .noneMatch(each -> each.contains(FakeStripe.KEY));
  }

  private static Stream<String> said(FakeStripe stripe, PaymentGateway gateway, Fault fault) {
    ConfirmedOrder order = ConfirmedOrders.anOrder(Money.ofMinor("USD", 10_00));
    stripe.failNext(fault);
    String outcome = gateway.authorize(order).toString();
    return Stream.of(outcome, gateway.lookUp(order).toString());
  }

  private static String everything(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + thrown;
  }
}
