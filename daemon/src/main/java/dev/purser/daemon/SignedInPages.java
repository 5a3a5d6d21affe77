package dev.purser.daemon;

import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderHistory;
import dev.purser.daemon.owner.home.AgentsPageResource;
import dev.purser.daemon.owner.home.HomeResource;
import dev.purser.daemon.owner.home.ReceiptResource;
import dev.purser.daemon.owner.home.Receipts;
import dev.purser.daemon.owner.home.RecordedHabits;
import dev.purser.daemon.owner.session.OwnerSignIn;
import dev.purser.daemon.owner.session.SessionCookie;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.session.SignInResource;
import dev.purser.daemon.owner.session.SignedInGuard;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.purchasing.AgentAccess;
import dev.purser.daemon.purchasing.SignedInDesk;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The owner's pages behind the sign-in, for Jersey. */
final class SignedInPages {
  private final Site site;
  private final Mandates mandates;
  private final OwnerClock words;
  private final Clock clock;

  SignedInPages(Site site, Mandates mandates, OwnerClock words, Clock clock) {
    this.site = site;
    this.mandates = mandates;
    this.words = words;
    this.clock = clock;
  }

  /** How one comes in. */
  List<Object> door(OwnerSignIn signIn, Sessions sessions) {
    return List.of(
        new SignedInGuard(sessions, new SessionCookie(site.address()), site.pages()),
        new SignInResource(signIn, sessions, site, words));
  }

  /** What is behind it. */
  List<Object> rooms(SignedInDesk desk, AgentAccess agents, ProofGuard guard, Jdbi jdbi) {
    OrderHistory history = new OrderHistory(jdbi);
    Receipts receipts = new Receipts(desk, new AuditReader(jdbi), mandates);
    return List.of(
        new HomeResource(history, new RecordedHabits(history), site.pages(), words, clock),
        new ReceiptResource(desk, receipts, guard, site.pages()),
        new AgentsPageResource(agents, history, site.pages(), clock));
  }
}
