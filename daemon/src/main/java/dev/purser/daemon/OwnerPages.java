package dev.purser.daemon;

import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.finance.FinanceResource;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.Deliberation;
import dev.purser.daemon.owner.EnrolResource;
import dev.purser.daemon.owner.FreezeResource;
import dev.purser.daemon.owner.LaterResource;
import dev.purser.daemon.owner.NarrowResource;
import dev.purser.daemon.owner.OrderPages;
import dev.purser.daemon.owner.OwnerResource;
import dev.purser.daemon.owner.SeveralResource;
import dev.purser.daemon.owner.Stamps;
import dev.purser.daemon.owner.StandingResource;
import dev.purser.daemon.owner.session.OwnerSignIn;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.owner.web.SiteAddress;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.purchasing.AgentAccess;
import dev.purser.daemon.purchasing.PurchaseFlow;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All pages, with what they need. */
final class OwnerPages {
  private final PurserConfiguration config;
  private final Pages pages;
  private final Clock clock;
  private final SecureRandom random;

  OwnerPages(PurserConfiguration config, Pages pages, Clock clock, SecureRandom random) {
    this.config = config;
    this.pages = pages;
    this.clock = clock;
    this.random = random;
  }

  /** What the pages know besides the flow. */
  record Known(
      Policy policy, OpenedBooks books, Proofs proofs, AgentAccess agents, Mandates mandates) {}

  /** To be registered with the owner's application. */
  List<Object> parts(PurchaseFlow flow, Known known) {
    Site site = new Site(new SiteAddress(config.owner().baseUrl()), pages);
    List<Object> parts = new ArrayList<>(site.components());
    OrderPages orderPages =
        new OrderPages(
            flow,
            pages,
            new Deliberation(
                new Stamps(clock, random),
                Optional.ofNullable(config.owner().typeTotalAbove()),
                clock),
            clock);
    parts.add(new OwnerResource(orderPages));
    parts.add(new NarrowResource(orderPages));
    OwnerClock ownerClock = new OwnerClock(known.policy().owner().zone());
    parts.add(new SeveralResource(orderPages, ownerClock));
    parts.add(new FreezeResource(flow.freezing(), pages, ownerClock));
    parts.add(new StandingResource(flow.standing(), pages));
    parts.add(new LaterResource(flow, pages));
    parts.add(new EnrolResource(known.proofs().enrolling(), pages));
    OwnerSignIn ownerSignIn = known.proofs().ownerSignIn();
    Sessions sessions = new Sessions(clock, random, ownerSignIn::isStillGood);
    SignedInPages signedIn = new SignedInPages(site, known.mandates(), ownerClock, clock);
    parts.addAll(signedIn.door(ownerSignIn, sessions));
    parts.addAll(
        signedIn.rooms(flow, known.agents(), known.proofs().guard(), known.books().jdbi()));
    parts.add(
        new FinanceResource(
            known.books().budgets(),
            new GuardedSignIn(known.proofs().signIn()),
            sessions,
            site,
            ownerClock));
    return List.copyOf(parts);
  }
}
