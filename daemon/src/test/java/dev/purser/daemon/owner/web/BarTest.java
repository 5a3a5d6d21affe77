package dev.purser.daemon.owner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BarTest {

  @Test
  void partsStandBesideEachOtherWithoutGaps() {
    Bar bar = bar(300, 100, 100, 100);

    assertThat(bar.segments())
        .containsExactly(
            new Bar.Segment("a", 0, 333),
            new Bar.Segment("a", 333, 333),
            new Bar.Segment("a", 666, 334));
    assertThat(bar.limit()).isEqualTo(1000);
  }

  @Test
  void whatExceedsTheBudgetMakesTheBarLonger() {
    Bar bar = bar(100, 200);

    assertThat(bar.segments()).containsExactly(new Bar.Segment("a", 0, 1000));
    assertThat(bar.limit()).isEqualTo(500);
  }

  @Test
  void noBudgetAndNoUseIsAnEmptyBar() {
    assertThat(bar(0, 0).segments()).containsExactly(new Bar.Segment("a", 0, 0));
    assertThat(bar(0, 0).limit()).isZero();
  }

  @Test
  void negativeAmountsAreDrawnAsNothing() {
    assertThat(bar(100, -50, 50).segments())
        .containsExactly(new Bar.Segment("a", 0, 0), new Bar.Segment("a", 0, 500));
  }

  @Test
  void theLargestAmountsDoNotOverflow() {
    assertThat(bar(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE).segments())
        .containsExactly(new Bar.Segment("a", 0, 500), new Bar.Segment("a", 500, 500));
  }

  private static Bar bar(long budget, long... parts) {
    return Bar.of(
        Money.ofMinor("USD", budget),
        Arrays.stream(parts)
            .mapToObj(minor -> new Bar.Part("a", Money.ofMinor("USD", minor)))
            .toList());
  }
}
