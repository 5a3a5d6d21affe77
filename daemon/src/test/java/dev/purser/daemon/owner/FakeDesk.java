package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.purchasing.Chosen;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import dev.purser.daemon.purchasing.LaterOutcome;
import dev.purser.daemon.purchasing.Less;
import dev.purser.daemon.purchasing.NarrowOutcome;
import dev.purser.daemon.purchasing.OwnerDesk;
import dev.purser.daemon.purchasing.SeveralOutcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Knows one order, answers as it is told, and remembers what it was asked to change. */
final class FakeDesk implements OwnerDesk {
  final Locator locator = Locator.random(new SecureRandom());
  final List<String> changes = new ArrayList<>();
  OrderSheet sheet = Sheets.pending();
  ConfirmOutcome outcome = new ConfirmOutcome.Confirmed();
  NarrowOutcome narrowed = new NarrowOutcome.NotPending();
  Duration lookedFor = Duration.ZERO;
  SeveralOutcome several = new SeveralOutcome.NotPending();
  ProofWays ways = ProofWays.PASSPHRASE_ONLY;
  Runnable onConfirm = () -> {};
  LaterOutcome later = new LaterOutcome.PutOff(Sheets.NOW.plusSeconds(3_600));
  boolean inTime = true;
  boolean altered;

  String path() {
    return "/o/" + locator.reveal();
  }

  @Override
  public Optional<OrderSheet> look(Locator asked) {
    if (altered) {
      FrozenRequisition.thaw("{}", Sheets.DIGEST);
    }
    return asked.digest().equals(locator.digest()) ? Optional.of(sheet) : Optional.empty();
  }

  @Override
  public ProofWays ways() {
    return ways;
  }

  @Override
  public Optional<PasskeyRequest> ask(Locator asked, String digest) {
    return Optional.empty();
  }

  @Override
  public boolean revokeStanding(Locator asked) {
    changes.add("revoke standing mandates");
    return inTime;
  }

  @Override
  public Optional<PasskeyRequest> askSeveral(Chosen chosen) {
    return Optional.empty();
  }

  @Override
  public SeveralOutcome confirmSeveral(Chosen chosen, ProofAttempt attempt, Duration shownFor) {
    changes.add("confirm several " + chosen.orders().size());
    return several;
  }

  @Override
  public ConfirmOutcome confirm(Locator asked, ProofAttempt attempt, Duration shownFor) {
    lookedFor = shownFor;
    changes.add(
        "confirm "
            + attempt.digest()
            + " "
            + attempt.match(typed -> typed.secret(), signed -> "signed"));
    onConfirm.run();
    return outcome;
  }

  @Override
  public NarrowOutcome narrow(Locator asked, Less less) {
    changes.add("narrow " + less.digest() + " " + new TreeMap<>(less.quantities()));
    return narrowed;
  }

  @Override
  public boolean decline(Locator asked, Decline decline) {
    changes.add("decline " + decline.code().wireName() + " " + decline.reason());
    return inTime;
  }

  @Override
  public LaterOutcome later(Locator asked, Duration pause) {
    changes.add("later " + pause);
    return later;
  }

  @Override
  public Optional<Integer> freeze(Locator asked, boolean all) {
    changes.add(all ? "freeze all" : "freeze");
    return Optional.of(1);
  }

  @Override
  public boolean undo(Locator asked) {
    changes.add("undo");
    return inTime;
  }
}
