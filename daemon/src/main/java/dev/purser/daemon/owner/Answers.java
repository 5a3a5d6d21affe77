package dev.purser.daemon.owner;

import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What the owner may answer now.
 *
 * @param mayConfirm not while the proof is locked
 * @param laterHours after how many hours the owner may want to hear of it again
 * @param undoableUntil by the owner's clock; empty when there is nothing to undo
 */
public record Answers(
    boolean mayConfirm,
    boolean mayDecline,
    List<Integer> laterHours,
    Optional<String> undoableUntil) {
  static final List<Integer> HOURS = List.of(1, 3, 12);

  static Answers to(OrderSheet sheet, OrderState state, Instant now) {
    boolean waits = state == OrderState.AWAITING_CONFIRMATION;
    boolean undoable = EnumSet.of(OrderState.CONFIRMED, OrderState.AUTHORIZED).contains(state);
    Optional<String> until =
        sheet
            .times()
            .undoableUntil()
            .filter(end -> undoable && now.isBefore(end))
            .map(new OwnerClock(sheet.times().zone())::exact);
    return new Answers(waits, waits, waits ? laterHours(sheet, now) : List.of(), until);
  }

  private static List<Integer> laterHours(OrderSheet sheet, Instant now) {
    return HOURS.stream()
        .filter(hours -> now.plus(Duration.ofHours(hours)).isBefore(sheet.times().expiresAt()))
        .toList();
  }

  Answers withoutConfirming() {
    return new Answers(false, mayDecline, laterHours, undoableUntil);
  }
}
