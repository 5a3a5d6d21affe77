package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import dev.purser.daemon.standing.StandingText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A house whose owner has a passkey, has bought eggs with it, and says yes to more in advance. */
final class StandingHouse {
  static final String ORIGIN = "http://localhost:8480";
  static final StandingLimits USUAL = limits("30.00", "100.00", 5, "15.00");

  final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
  final PasskeyHouse owner;
  final Passkey passkey;
  private final House house;

  StandingHouse(House house) {
    this.house = house;
    this.owner = new PasskeyHouse(house, new RelyingParty("localhost", ORIGIN));
    this.passkey = owner.enrolled(phone);
    bought("eggs");
  }

  static StandingLimits limits(String perOrder, String inAll, int uses, String unitPrice) {
    return StandingLimits.of(usd(perOrder), usd(inAll), uses, usd(unitPrice));
  }

  static Money usd(String amount) {
    return Money.parse(amount + " USD");
  }

  static StandingDesk.Wish wish(StandingLimits limits) {
    return new StandingDesk.Wish(
        House.AGENT.name(),
        Set.of(new VendorId("corner-store")),
        Set.of(new CategoryId(House.PANTRY)),
        limits,
        LocalDate.of(2026, 11, 29));
  }

  StandingDesk desk() {
    return house.flow().standing();
  }

  /** Paid for by the owner in person. */
  UUID bought(String sku) {
    UUID order = house.awaiting(sku, 1);
    sign(order);
    paid(order);
    house.clock.pass(Duration.ofSeconds(1));
    return order;
  }

  void sign(UUID order) {
    house.mail();
    assertThat(house.confirm(order, phone.sign(owner.challenge(order))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
  }

  void paid(UUID order) {
    house.pay();
    house.clock.pass(House.UNDO_WINDOW);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
  }

  UUID granted() {
    return granted(USUAL);
  }

  UUID granted(StandingLimits limits) {
    return granted(wish(limits));
  }

  UUID granted(StandingDesk.Wish wish) {
    StandingText text = desk().draft(wish);
    String challenge = desk().ask(text.json()).orElseThrow().challenge();
    UUID id = desk().grant(text.json(), phone.sign(challenge)).orElseThrow();
    house.clock.pass(Duration.ofSeconds(1));
    return id;
  }

  boolean resumed(UUID mandate) {
    return resumed(mandate, phone);
  }

  boolean resumed(UUID mandate, SoftAuthenticator authenticator) {
    String challenge = desk().askToResume(mandate).orElseThrow().challenge();
    boolean resumed = desk().resume(mandate, authenticator.sign(challenge));
    house.clock.pass(Duration.ofSeconds(1));
    return resumed;
  }

  StandingDesk.Sheet sheet(UUID mandate) {
    return desk().find(mandate).orElseThrow();
  }

  String standing(UUID mandate) {
    return sheet(mandate).standing();
  }

  String why(UUID mandate) {
    return sheet(mandate).mandate().why().orElse("");
  }

  /** An order that is confirmed at once, some time after what was before it. */
  UUID used(String sku, int quantity) {
    house.clock.pass(Duration.ofMinutes(11));
    var view = house.propose(sku, quantity);
    assertThat(view.mandate()).as(view.toString()).isNotNull();
    return UUID.fromString(view.order());
  }

  /** An order that the owner is asked about. */
  UUID asked(String sku, int quantity) {
    house.clock.pass(Duration.ofMinutes(11));
    UUID order = house.awaiting(sku, quantity);
    assertThat(house.ask(order).mandate()).isNull();
    return order;
  }
}
