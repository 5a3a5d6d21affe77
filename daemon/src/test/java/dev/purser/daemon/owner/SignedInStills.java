package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.home.AgentsPage;
import dev.purser.daemon.owner.home.Fatigue;
import dev.purser.daemon.owner.home.HistoryPage;
import dev.purser.daemon.owner.home.HomePage;
import dev.purser.daemon.owner.home.OrderLine;
import dev.purser.daemon.owner.home.ReceiptPage;
import dev.purser.daemon.owner.home.Timeline;
import dev.purser.daemon.owner.session.SignInPage;
import dev.purser.daemon.owner.web.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages behind the sign-in, as full as they get. */
@Path("/signed-in")
public final class SignedInStills {
  static final List<String> NAMES =
      List.of(
          "/signed-in/home",
          "/signed-in/orders",
          "/signed-in/receipt",
          "/signed-in/agents",
          "/signed-in/sign-in");

  private final Pages pages;

  SignedInStills(Pages pages) {
    this.pages = pages;
  }

  @GET
  @Path("home")
  public Response home() {
    Fatigue tired =
        Fatigue.of(Collections.nCopies(6, Duration.ofMillis(1_400)), Map.of("pantry", 34));
    return page(
        "owner_home.jte",
        new HomePage(
            List.of(line(OrderState.AWAITING_CONFIRMATION, Sheets.HOSTILE)),
            List.of(line(OrderState.PAID, "2 × Eggs"), line(OrderState.IN_DOUBT, "1 × Milk")),
            tired));
  }

  @GET
  @Path("orders")
  public Response orders() {
    return page(
        "owner_orders.jte",
        new HistoryPage(
            "<b>\" eggs",
            "paid",
            List.of(line(OrderState.PAID, "2 × Eggs"), line(OrderState.FAILED, Sheets.HOSTILE)),
            Optional.of(Sheets.ORDER.toString()),
            1));
  }

  @GET
  @Path("receipt")
  public Response receipt() {
    return page(
        "owner_receipt.jte",
        new ReceiptPage(
            new ShownOrder(Sheets.hostile(), ForeignText.ON_PAGES),
            Standing.of(OrderState.PAID),
            true,
            Optional.of("Mon 23 Nov, 11:10:00 CET"),
            List.of(
                new Timeline.Entry(
                    "Mon 23 Nov, 11:00:00 CET",
                    "Proposed",
                    Optional.of("pantry"),
                    Optional.of("because"))),
            Optional.of("passkey"),
            Optional.of(
                new ReceiptPage.Refund(Sheets.usd("5.00"), "5.00", new ProofWays(true, true))),
            Optional.of("Write an amount.")));
  }

  @GET
  @Path("agents")
  public Response agents() {
    return page(
        "owner_agents.jte",
        new AgentsPage(
            List.of(
                new AgentsPage.Row(
                    "pantry", "active", Optional.of("agent1"), List.of("at most 30.00 USD"), 2),
                new AgentsPage.Row("garden", "revoked", Optional.empty(), List.of(), 0))));
  }

  @GET
  @Path("sign-in")
  public Response signIn() {
    return page(
        "owner_sign_in.jte",
        new SignInPage("/owner", new ProofWays(true, true), Optional.of("Not you.")));
  }

  private Response page(String template, Object model) {
    return pages.page(200, template, model).build();
  }

  private static OrderLine line(OrderState state, String items) {
    return new OrderLine(
        "/owner/orders/" + Sheets.ORDER,
        "Corner Store",
        ForeignText.ON_PAGES.show(items, 80),
        "pantry",
        Sheets.usd("5.88"),
        Standing.of(state),
        "Mon 23 Nov, 11:00");
  }
}
