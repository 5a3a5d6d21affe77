package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.PANTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.OrderView;
import dev.purser.daemon.database.OnEachDatabase;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each way of altering the books behind the daemon's back is found, and at its place. */
@ExtendWith(HouseKeeper.class)
class InspectedBooksTest {

  @OnEachDatabase
  void nothingIsFoundInBooksThatNobodyTouched(House house) {
    house.awaiting("eggs", 1);
    house.confirmed("eggs", 2);
    UUID paid = house.paid("milk", 1);
    house.propose("hammer", 1);

    assertThat(house.inspect()).isEmpty();
    assertThat(house.flow().refund(paid, house.order(paid).requisition().total(), "owner"))
        .isEqualTo(RefundOutcome.REFUNDED);
    assertThat(house.inspect()).isEmpty();
  }

  @OnEachDatabase
  void anotherTextUnderTheSameDigestIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    house.alter(
        "update orders set requisition = replace(requisition, 'eggs', 'gold') where id = '%s'"
            .formatted(order));

    assertThat(house.inspect())
        .containsExactly(
            "order %s: its text is no longer what its digest was taken of".formatted(order));
  }

  @OnEachDatabase
  void anotherOrdersTextAndDigestAreFound(House house) {
    UUID cheap = house.awaiting("eggs", 1);
    UUID dear = house.awaiting("hundred", 1);

    house.alter(
        """
        update orders set
          requisition = (select o.requisition from orders o where o.id = '%2$s'),
          digest = (select o.digest from orders o where o.id = '%2$s')
        where id = '%1$s'
        """
            .formatted(cheap, dear));

    assertThat(house.inspect())
        .containsExactly("order %s: its digest is not the one that was proposed".formatted(cheap));
  }

  @OnEachDatabase
  void aStateThatTheTrailDoesNotTellOfIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    house.alter("update orders set state = 'CONFIRMED' where id = '%s'".formatted(order));

    assertThat(house.inspect())
        .contains(
            "order %s: it is confirmed, but the trail left it awaiting_confirmation"
                .formatted(order),
            "order %s: there is no mandate for what it says".formatted(order));
  }

  @OnEachDatabase
  void anotherAgentIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    house.alter("update orders set agent = 'other-agent' where id = '%s'".formatted(order));

    assertThat(house.inspect())
        .containsExactly(
            "order %s: it is filed under agent other-agent, but agent:pantry-agent proposed it"
                .formatted(order));
  }

  @OnEachDatabase
  void anotherTotalIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    house.alter("update orders set total = 1 where id = '%s'".formatted(order));

    assertThat(house.inspect())
        .containsExactly(
            "order %s: its vendor, currency or total is not that of its frozen text"
                .formatted(order));
  }

  @OnEachDatabase
  void anOrderThatIsGoneIsFound(House house) {
    OrderView denied = house.propose("hammer", 1);

    house.alter("delete from orders where id = '%s'".formatted(denied.order()));

    assertThat(house.inspect())
        .containsExactly(
            "order %s: the trail tells of it, but it is gone".formatted(denied.order()));
  }

  @OnEachDatabase
  void anOrderThatTheTrailNeverSawIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    UUID planted = new UUID(7, 7);
    house.alter(
        """
        insert into orders (id, agent, vendor, state, requisition, digest, content_key, currency,
          total, month, proposed_at, expires_at, changed_at)
        select '%s', agent, vendor, 'CONFIRMED', requisition, digest, content_key, currency,
          total, month, proposed_at, expires_at, changed_at from orders where id = '%s'
        """
            .formatted(planted, order));

    assertThat(house.inspect())
        .containsExactly("order %s: the trail does not tell of its proposal".formatted(planted));
  }

  @OnEachDatabase
  void aBudgetThatNobodySetIsFound(House house) {
    house.alter("update budget_positions set budget = 99900 where category = '" + PANTRY + "'");

    assertThat(house.inspect())
        .containsExactly(
            "budget household/pantry 2026-11: its amount is USD 99900 in minor units,"
                + " but was last set to USD 40000");
  }

  @OnEachDatabase
  void budgetGivenBackInSecretIsFound(House house) {
    UUID order = house.awaiting("eggs", 1);

    house.alter("update budget_positions set held = 0 where category = '" + PANTRY + "'");
    house.alter("delete from ledger_entries where order_id = '%s'".formatted(order));

    assertThat(house.inspect())
        .containsExactly(
            ("order %s: budgets have held 0, committed 0, spent 0 for it,"
                    + " where held 294, committed 0, spent 0 is due")
                .formatted(order));
  }

  @OnEachDatabase
  void aPositionThatIsNotItsEntriesIsFound(House house) {
    house.awaiting("eggs", 1);

    house.alter("update budget_positions set held = 1 where category = '" + PANTRY + "'");

    assertThat(house.inspect())
        .containsExactly(
            "budget household/pantry 2026-11: its entries add up to 294 held in minor units,"
                + " but it says 1");
  }

  @OnEachDatabase
  void aStandingMandateThatWasAlteredIsFound(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID order = owner.used("eggs", 1);
    assertThat(house.inspect()).isEmpty();

    house.alter("update standing_mandates set state = 'SUSPENDED'");
    assertThat(house.inspect())
        .containsExactly(
            "standing mandate %s: it is suspended, but the trail left it active"
                .formatted(mandate));

    house.alter("update standing_mandates set state = 'ACTIVE', terms = terms || ' '");
    assertThat(house.inspect())
        .containsExactly(
            "standing mandate %s: its terms are not those that were granted".formatted(mandate));

    house.alter("update standing_mandates set terms = trim(terms)");
    house.alter("update standing_orders set used = false");
    assertThat(house.inspect())
        .containsExactly(
            ("order %s: its mandate, the list of uses and the trail do not name one standing"
                    + " mandate")
                .formatted(order));
  }

  @OnEachDatabase
  void aStandingMandateThatNobodyGrantedIsFound(House house) {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    UUID planted = new UUID(7, 7);
    house.alter(
        """
        insert into standing_mandates (id, agent, terms, digest, state, expires_at, changed_at)
        select '%s', agent, terms, digest, 'ACTIVE', expires_at, changed_at
        from standing_mandates where id = '%s'
        """
            .formatted(planted, mandate));

    assertThat(house.inspect())
        .containsExactly(
            "standing mandate %s: the trail does not tell of its granting".formatted(planted));
  }
}
