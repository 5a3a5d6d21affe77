package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.Challenges;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.policy.Policy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many ask at once: a mandate's last use is used once. */
@ExtendWith(HouseKeeper.class)
class StandingRaceTest {
  private static final int PROPOSALS = 100;
  private static final HouseRules RULES =
      HouseRules.first().withAgent(HouseRules.agent("pantry-agent", 200, "household"));
  private static final Policy POLICY = RULES.policy();

  @OnEachDatabase
  void aHundredAtOnceAreFiveConfirmedAndTheOthersWait(House house) {
    StandingHouse owner = new StandingHouse(house);
    house.restart(rules -> RULES);
    UUID mandate = owner.granted(StandingHouse.limits("2.94", "100.00", 5, "2.94"));
    Requisition eggs = house.order(house.awaiting("eggs", 2)).requisition();
    Proposing proposing = proposing(house);

    List<OrderState> states;
    try (BooksWriter another = BooksWriter.start(house.database(), house.clock)) {
      states =
          AtOnce.run(
              PROPOSALS,
              number -> {
                Books books = number % 2 == 0 ? house.books() : another;
                return books
                    .change(open -> proposing.propose(open, asked(number), quoted(eggs)))
                    .order()
                    .state();
              });
    }

    Map<OrderState, Long> counted =
        states.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counted)
        .isEqualTo(Map.of(OrderState.CONFIRMED, 5L, OrderState.AWAITING_CONFIRMATION, 95L));
    assertThat(owner.sheet(mandate).tally().uses()).isEqualTo(5);
    assertThat(owner.sheet(mandate).tally().total()).isEqualTo(StandingHouse.usd("14.70"));
    house.restart();
    assertThat(owner.sheet(mandate).uses()).hasSize(5);
  }

  /** One at a time: what two boxes of eggs cost is over the cap. */
  private static QuotedRequisition quoted(Requisition eggs) {
    RequisitionLine line = eggs.lines().get(0);
    RequisitionLine one =
        new RequisitionLine(
            line.sku(), line.title(), line.size(), 1, line.unitPrice(), line.category());
    return new QuotedRequisition(
        new Requisition(
            eggs.vendor(),
            eggs.payee(),
            eggs.currency(),
            List.of(one),
            List.of(),
            eggs.shipTo(),
            eggs.policyVersion()),
        List.of());
  }

  private static Order.Asked asked(int number) {
    return new Order.Asked(
        House.AGENT.name(), "%064d".formatted(number), Optional.empty(), Optional.empty());
  }

  private static Proposing proposing(House house) {
    var jdbi = house.database().jdbi();
    NoticeQueue queue = new NoticeQueue(UUID::randomUUID);
    Settlements settlements =
        new Settlements(
            house.books(), jdbi, queue, new Settlements.Terms("dry-run", House.UNDO_WINDOW));
    StandingNotices notices = new StandingNotices(queue, House.UNDO_WINDOW);
    Signatures signatures =
        new Signatures(
            house.books(),
            new Passkeys(jdbi),
            new Challenges(house.books(), jdbi, new SecureRandom()),
            new RelyingParty("localhost", StandingHouse.ORIGIN),
            Set.of(PasskeyHouse.OWNER));
    StandingReview review = new StandingReview(POLICY, signatures, notices);
    return new Proposing(
        new Judging(POLICY),
        new Denials(House.DENIALS_PER_HOUR),
        new StandingOrders(new Acceptance(house.mandates(), settlements), review, notices),
        queue,
        UUID::randomUUID,
        Duration.ofHours(24));
  }
}
