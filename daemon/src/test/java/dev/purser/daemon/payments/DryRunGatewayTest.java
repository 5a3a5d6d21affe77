package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.payments.PaymentLookUp.Found;
import dev.purser.daemon.payments.PaymentLookUp.Standing;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

final class DryRunGatewayTest extends PaymentGatewayContract {
  @Override
  PaymentGateway open() {
    return new DryRunGateway(directory.resolve("dry-run"));
  }

  @Test
  void itSaysWhatItIs() {
    assertThat(gateway.rail()).isEqualTo("dry-run");
  }

  @Test
  void theReferenceNamesTheOrder() {
    assertThat(authorized()).isEqualTo("dry-run-" + order.id());
  }

  @Test
  void refundsSurviveARestart() {
    String reference = captured(usd(6_00));
    gateway.refund(order, reference, usd(2_00), 1);

    assertThat(open().lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), usd(2_00)));
  }

  @Test
  void anotherOrdersReferenceIsRefused() {
    authorized();

    assertThat(gateway.capture(order, "dry-run-other", usd(1)))
        .isEqualTo(new Refused("resource_missing"));
  }

  @Test
  void aSpoiledJournalIsNotTakenForNothing() throws IOException {
    authorized();
    Files.writeString(file(), "authorized=ten dollars");

    assertThat(gateway.lookUp(order)).isEqualTo(new PaymentLookUp.Unknown("journal"));
    assertThat(gateway.authorize(order)).isEqualTo(new PaymentOutcome.NotReached("journal"));
  }

  @Test
  void theJournalIsForTheDaemonOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file().resolveSibling("."))))
        .isEqualTo("rwx------");
  }

  private Path file() {
    return directory.resolve("dry-run").resolve(order.id() + ".properties");
  }
}
