package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.attention.Attention;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the owner is pointed at, from the books. */
@ExtendWith(HouseKeeper.class)
class AttentionTest {
  @OnEachDatabase
  void theFirstOrderIsAtANewVendorAndTheSecondIsNot(House house) {
    OrderSheet first = sheet(house, house.awaiting("eggs", 1));
    assertThat(kinds(first)).containsExactly("NewVendor");
    assertThat(first.insight().past()).isEmpty();

    house.confirm(first.order());
    assertThat(kinds(sheet(house, house.awaiting("milk", 1)))).containsExactly("NewVendor");
    bought(house, "cake");

    OrderSheet second = sheet(house, house.awaiting("eggs", 1));
    assertThat(kinds(second)).isEmpty();
  }

  @OnEachDatabase
  void aPriceIsComparedWithWhatWasPaidAndNotWithWhatWasShown(House house) {
    bought(house, "eggs");
    house.shelf().sell("eggs", "3.39", "");
    UUID refused = house.awaiting("eggs", 1);
    house.shelf().sell("eggs", "4.40", "");

    OrderSheet order = sheet(house, house.awaiting("eggs", 2));

    assertThat(order.insight().attention())
        .filteredOn(Attention.PriceJump.class::isInstance)
        .extracting(found -> ((Attention.PriceJump) found).rise().toString())
        .containsExactly("49.6 %");
    assertThat(sheet(house, refused).insight().attention())
        .hasAtLeastOneElementOfType(Attention.PriceJump.class);
  }

  @OnEachDatabase
  void anItemOfAnOlderOrderIsNotNew(House house) {
    bought(house, "eggs");
    bought(house, "milk");
    house.add("eggs", 1);
    house.add("cent", 1);

    OrderSheet order = sheet(house, house.awaiting("milk", 1));

    assertThat(order.insight().past().orElseThrow().total()).hasToString("4.16 USD");
    assertThat(order.insight().past().orElseThrow().differences())
        .extracting(difference -> difference.title() + difference.before())
        .containsExactly("Fresh centOptional.empty");
  }

  @OnEachDatabase
  void nineTenthsOfTheApprovalLimitAndOfTheBudgetArePointedOut(House house) {
    house.restart(rules -> rules.withLimit("300.00 USD"));
    bought(house, "eggs");
    house.add("hundred", 2);
    house.add("cent", 9_99);
    house.add("cake", 0);

    OrderSheet below = sheet(house, house.awaiting("milk", 14));
    assertThat(kinds(below)).containsExactly("TakesMost");

    house.flow().decline(house.link(below.order()), Decline.because(""));
    assertThat(kinds(sheet(house, house.awaiting("milk", 20))))
        .containsExactly("NearLimit", "TakesMost");
  }

  /** Though the order that is looked at is held already. */
  @OnEachDatabase
  void halfOfWhatABudgetHadLeftIsNotMostOfIt(House house) {
    UUID half = house.awaiting("hundred", 2);
    assertThat(kinds(sheet(house, half))).containsExactly("NewVendor");
    house.flow().decline(house.link(half), Decline.because(""));
    house.add("cent", 1);

    assertThat(kinds(sheet(house, house.awaiting("hundred", 2))))
        .containsExactly("NewVendor", "TakesMost");
  }

  @OnEachDatabase
  void atNightTheHourIsPointedOut(House house) {
    bought(house, "eggs");
    house.clock.pass(Duration.ofHours(11));

    assertThat(kinds(sheet(house, house.awaiting("eggs", 1)))).containsExactly("UnusualHour");
  }

  @OnEachDatabase
  void whatIsAnsweredNeedsNoAttention(House house) {
    UUID order = house.awaiting("eggs", 1);
    house.confirm(order);

    assertThat(sheet(house, order).insight()).isEqualTo(OrderSheet.Insight.NONE);
  }

  private static void bought(House house, String sku) {
    house.paid(sku, 1);
  }

  private static OrderSheet sheet(House house, UUID order) {
    return house.flow().look(house.link(order)).orElseThrow();
  }

  private static List<String> kinds(OrderSheet sheet) {
    return sheet.insight().attention().stream()
        .map(found -> found.getClass().getSimpleName())
        .toList();
  }
}
