package dev.purser.daemon.owner;

import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What the owner may answer now.
 *
 * @param mayConfirm not while the proof is locked
 * @param undoableUntil by the owner's clock; empty when there is nothing to undo
 */
public record Answers(boolean mayConfirm, boolean mayDecline, Optional<String> undoableUntil) {

  static Answers to(OrderSheet sheet, OrderState state, Instant now) {
    boolean waits = state == OrderState.AWAITING_CONFIRMATION;
    boolean undoable = EnumSet.of(OrderState.CONFIRMED, OrderState.AUTHORIZED).contains(state);
    Optional<String> until =
        sheet
            .times()
            .undoableUntil()
            .filter(end -> undoable && now.isBefore(end))
            .map(new OwnerClock(sheet.times().zone())::exact);
    return new Answers(waits, waits, until);
  }

  Answers withoutConfirming() {
    return new Answers(false, mayDecline, undoableUntil);
  }
}
