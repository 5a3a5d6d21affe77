package dev.purser.daemon.owner.home;

import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.Standing;
import dev.purser.daemon.purchasing.SignedInDesk;
import java.util.Optional;
import java.util.UUID;

/** Puts an order's receipt together, from the books and the audit trail. */
public final class Receipts {
  private final SignedInDesk desk;
  private final AuditReader audit;
  private final Mandates mandates;

  public Receipts(SignedInDesk desk, AuditReader audit, Mandates mandates) {
    this.desk = desk;
    this.audit = audit;
    this.mandates = mandates;
  }

  /**
   * A receipt.
   *
   * @param ways by which a refund can be proven now
   */
  Optional<ReceiptPage> receipt(UUID order, ProofWays ways, String typed) {
    return desk.look(order).map(sheet -> page(sheet, refund(order, ways, typed)));
  }

  private ReceiptPage page(OrderSheet sheet, Optional<ReceiptPage.Refund> refund) {
    OwnerClock clock = new OwnerClock(sheet.times().zone());
    return new ReceiptPage(
        new ShownOrder(sheet, ForeignText.ON_PAGES),
        Standing.of(sheet.state()),
        sheet.state() == OrderState.AWAITING_CONFIRMATION,
        sheet.times().undoableUntil().map(clock::exact),
        Timeline.of(audit.story(sheet.order()), clock),
        proof(sheet.order()),
        refund,
        Optional.empty());
  }

  private Optional<ReceiptPage.Refund> refund(UUID order, ProofWays ways, String typed) {
    return desk.refundable(order)
        .map(left -> new ReceiptPage.Refund(left, typed.isEmpty() ? left.value() : typed, ways));
  }

  /** As it is stored; that it holds is checked before money moves, and by who exports it. */
  private Optional<String> proof(UUID order) {
    return mandates.file(order).map(mandate -> mandate.fields().get("proof"));
  }
}
