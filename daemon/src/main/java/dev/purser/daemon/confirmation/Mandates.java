package dev.purser.daemon.confirmation;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import dev.purser.daemon.seals.SealingKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps mandates, sealed, and makes the witness that one of them covers an order. */
public final class Mandates {
  private static final Logger LOG = LoggerFactory.getLogger(Mandates.class);

  private final Jdbi jdbi;
  private final Passkeys passkeys;
  private final SealingKey key;

  public Mandates(Jdbi jdbi, SealingKey key) {
    this.jdbi = jdbi;
    this.passkeys = new Passkeys(jdbi);
    this.key = key;
  }

  public void keep(OpenBooks books, Mandate mandate) {
    books.dao(MandatesDao.class).insert(MandateRow.sealed(mandate, key));
  }

  /** The public half of the key that seals them. */
  public SealKey sealKey() {
    return key.publicKey();
  }

  /** The mandate of an order as it is stored, to be taken away; whoever reads it finds out more. */
  public Optional<MandateFile> file(UUID order) {
    return row(order).map(row -> MandateFile.of(row, sealKey()));
  }

  /** The same as AP2 has it: signed now, and only while all of the mandate holds. */
  public Optional<Receipt> receipt(Order order) {
    return confirmed(order)
        .flatMap(
            confirmed ->
                row(order.id()).map(row -> new Receipt(confirmed, row.proof(), rail(order.id()))));
  }

  /**
   * A mandate that holds.
   *
   * @param proof {@code passkey}, {@code passphrase} or {@code standing}
   * @param rail by which the order is paid
   */
  public record Receipt(ConfirmedOrder order, String proof, String rail) {}

  private String rail(UUID order) {
    return jdbi.withExtension(MandatesDao.class, dao -> dao.rail(order)).orElse("none");
  }

  /**
   * The order as confirmed: only if there is a mandate for exactly what is stored of it now, and
   * seal and signature still hold. Asked again before every call that moves money.
   */
  public Optional<ConfirmedOrder> confirmed(Order order) {
    return row(order.id())
        .filter(this::isAsSealed)
        .flatMap(Mandates::readable)
        .filter(mandate -> covers(mandate, order))
        .map(
            mandate ->
                new ConfirmedOrder(
                    order.id(), order.requisition(), order.digest(), mandate.confirmedAt()));
  }

  private Optional<MandateRow> row(UUID order) {
    return jdbi.withExtension(MandatesDao.class, dao -> dao.find(order));
  }

  private boolean isAsSealed(MandateRow row) {
    List<Alteration> found = row.alterations(sealKey());
    if (!found.isEmpty()) {
      LOG.error("The mandate of order {} was altered: {}", row.orderId(), found);
    }
    return found.isEmpty();
  }

  private static Optional<Mandate> readable(MandateRow row) {
    try {
      return Optional.of(row.mandate());
    } catch (IllegalArgumentException e) {
      LOG.error("The mandate of order {} is none: {}", row.orderId(), e.getMessage());
      return Optional.empty();
    }
  }

  private boolean covers(Mandate mandate, Order order) {
    boolean sameText = mandate.requisition().map(order.frozen().json()::equals).orElse(true);
    return mandate.digest().equals(order.digest())
        && sameText
        && mandate.evidence().signed().map(yes -> holds(yes, mandate)).orElse(true)
        && mandate
            .standing()
            .map(terms -> StandingEvidence.isFor(order.asked().agent(), terms))
            .orElse(true);
  }

  /** Signed by a passkey that was good in that moment; one that was revoked later has said yes. */
  private boolean holds(SignedYes yes, Mandate mandate) {
    boolean enrolled =
        passkeys
            .find(yes.assertion().credentialId())
            .filter(known -> known.attested().equals(yes.passkey()))
            .filter(known -> known.isGoodAt(mandate.confirmedAt()))
            .isPresent();
    return enrolled
        && mandate
            .verify(yes)
            .match(
                holds -> true,
                fails -> {
                  LOG.error(
                      "Order {} has a mandate that fails: {}", mandate.orderId(), fails.why());
                  return false;
                });
  }
}
