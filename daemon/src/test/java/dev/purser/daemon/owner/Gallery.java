package dev.purser.daemon.owner;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.finance.FakeBook;
import dev.purser.daemon.finance.FinanceResource;
import dev.purser.daemon.finance.SignIn;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.purchasing.ConfirmOutcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every page there is, each in a state that shows what it can show. */
final class Gallery {
  private static final Clock CLOCK = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);

  private final FakeDesk desk = new FakeDesk();
  private final FakeBook book = new FakeBook();
  private final Map<String, Runnable> orders = new LinkedHashMap<>();
  private final PageServer server;

  Gallery() throws Exception {
    server = new PageServer(this::resources);
    orders.put("waiting", () -> shown(Sheets.pending(), new ProofWays(true, false)));
    orders.put("with a passphrase", () -> shown(Sheets.pending(), ProofWays.PASSPHRASE_ONLY));
    orders.put("dear", () -> shown(Sheets.costing("130.00"), new ProofWays(true, true)));
    orders.put(
        "plain", () -> shown(Sheets.with(OrderSheet.Insight.NONE), new ProofWays(true, false)));
    orders.put("replacing", () -> shown(Sheets.replacing(), new ProofWays(true, false)));
    orders.put("hostile", () -> shown(Sheets.hostile(), new ProofWays(true, true)));
    orders.put(
        "undoable",
        () ->
            shown(
                Sheets.undoable(OrderState.AUTHORIZED, Sheets.NOW.plusSeconds(60)),
                ProofWays.PASSPHRASE_ONLY));
    for (OrderState state : List.of(OrderState.PAID, OrderState.DECLINED, OrderState.IN_DOUBT)) {
      orders.put(state.wireName(), () -> shown(Sheets.in(state), ProofWays.PASSPHRASE_ONLY));
    }
  }

  private void shown(OrderSheet sheet, ProofWays ways) {
    desk.sheet = sheet;
    desk.ways = ways;
  }

  private List<Object> resources(Site site) {
    Pages pages = site.pages();
    OrderPages orderPages = ReadPages.of(desk, pages, CLOCK, Optional.of(Sheets.usd("100.00")));
    SignIn signIn = passphrase -> new SignIn.Proven();
    return List.of(
        new OwnerResource(orderPages),
        new SeveralResource(orderPages, new OwnerClock(Sheets.ZONE)),
        new Stills(pages),
        new SignedInStills(pages),
        new FinanceResource(
            book,
            signIn,
            new Sessions(CLOCK, new SecureRandom(), session -> true),
            site,
            new OwnerClock(Sheets.ZONE)));
  }

  /** Pages that come of answers, and those that need no order. */
  @Path("/still")
  public static final class Stills {
    private final Pages pages;

    Stills(Pages pages) {
      this.pages = pages;
    }

    @GET
    @Path("enrol")
    public Response enrol() {
      return pages
          .page(403, "enrol.jte", new EnrolPage(Optional.of("No passkey was added.")))
          .build();
    }

    @GET
    @Path("freezes")
    public Response freezes() {
      return pages
          .page(
              200,
              "freezes.jte",
              new FreezePage(
                  List.of(
                      new FreezePage.Frozen("pantry-agent", "Mon 23 Nov 2026, 10:00 CET", true)),
                  List.of("other-agent"),
                  new ProofWays(true, true),
                  Optional.of("That proof thaws nothing.")))
          .build();
    }

    @GET
    @Path("replaced")
    public Response replaced() {
      return answers()
          .replaced(
              new ConfirmOutcome.Replaced(
                  Sheets.differences(), Locator.random(new SecureRandom())));
    }

    @GET
    @Path("impossible")
    public Response impossible() {
      return answers()
          .noLongerPossible(
              new ConfirmOutcome.NoLongerPossible(
                  Sheets.differences(),
                  List.of(
                      new Violation.CategoryNotAllowed(
                          new CategoryId("household"), Sheets.usd("1.00")))));
    }

    @GET
    @Path("wrong")
    public Response wrong() {
      return answers().wrongProof(new ConfirmOutcome.WrongProof(2));
    }

    @GET
    @Path("overtaken")
    public Response overtaken() {
      return answers().notPending(new ConfirmOutcome.NotPending());
    }

    private ConfirmAnswers answers() {
      Locator locator = Locator.random(new SecureRandom());
      OrderPage page =
          OrderPage.of(
              Sheets.pending(),
              locator,
              new Confirming(ProofWays.PASSPHRASE_ONLY, "1.x", true),
              Sheets.NOW);
      return new ConfirmAnswers(
          pages,
          Sheets.pending(),
          locator,
          page,
          new ProofAttempt.Typed(Sheets.DIGEST, "x"),
          Sheets.NOW);
    }
  }

  /** Names of all pages. */
  List<String> names() {
    List<String> names = new ArrayList<>(orders.keySet());
    names.addAll(
        List.of(
            "/",
            "/nothing/here",
            "/still/enrol",
            "/still/freezes",
            "/still/replaced",
            "/still/impossible",
            "/still/wrong",
            "/still/overtaken",
            "/finance?month=nonsense",
            "/finance?month=2026-12",
            "several",
            "several, one dear",
            "a month"));
    names.addAll(SignedInStills.NAMES);
    return names;
  }

  /** Opens the page, and all in it that can be opened. */
  void open(Browser browser, String name) {
    if (name.equals("a month")) {
      openMonth(browser);
    } else if (name.startsWith("several")) {
      shown(
          name.endsWith("dear") ? Sheets.costing("130.00") : Sheets.pending(),
          new ProofWays(true, false));
      browser.open(server.address() + desk.path().replace("/o/", "/several/"));
    } else if (name.startsWith("/")) {
      browser.open(server.address() + name);
    } else {
      Objects.requireNonNull(orders.get(name), name).run();
      browser.open(server.address() + desk.path());
    }
    browser.run("document.querySelectorAll('details').forEach((each) => (each.open = true))");
  }

  private void openMonth(Browser browser) {
    browser.open(server.address() + "/finance?month=2026-12");
    if (browser.has("#passphrase")) {
      browser.find("#passphrase").sendKeys("right one");
      browser.press("button");
      browser.find("#category").sendKeys("household/pantry");
      browser.find("#amount").sendKeys("400.00");
      browser.press(".set button");
    }
  }

  void close() throws Exception {
    server.stop();
  }
}
