package dev.purser.agentapi.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.CandidateView;
import dev.purser.agentapi.CartView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ViolationView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers of the contract, letter by letter. */
class WireJsonTest {

  @Test
  void cartIsWrittenAsTheContractShowsIt() {
    Amount each = new Amount("USD", "2.94");
    var candidate =
        new CandidateView("corner-store", "708111", null, "Eggs", "doz", each, "household/pantry");
    var line =
        new CartView.Line(
            "corner-store",
            "708111",
            "Eggs",
            "doz",
            2,
            each,
            new Amount("USD", "5.88"),
            "household/pantry",
            Instant.parse("2026-11-23T10:00:00Z"));
    var total = new CartView.VendorTotal("corner-store", new Amount("USD", "5.88"));
    var answer =
        new AddToCartAnswer(
            AddToCartAnswer.Result.IN_CART,
            List.of(candidate),
            new CartView(List.of(line), List.of(total)));

    assertThat(written(answer))
        .isEqualTo(
            """
            {"result":"in_cart",\
            "candidates":[{"vendor":"corner-store","sku":"708111","gtin":null,"title":"Eggs",\
            "size":"doz","unit_price":{"currency":"USD","value":"2.94"},\
            "category":"household/pantry"}],\
            "cart":{"lines":[{"vendor":"corner-store","sku":"708111","title":"Eggs","size":"doz",\
            "quantity":2,"unit_price":{"currency":"USD","value":"2.94"},\
            "total":{"currency":"USD","value":"5.88"},"category":"household/pantry",\
            "quoted_at":"2026-11-23T10:00:00Z"}],\
            "totals":[{"vendor":"corner-store","total":{"currency":"USD","value":"5.88"}}]}}""");
  }

  @Test
  void denialIsWrittenAsTheContractShowsIt() {
    var violation =
        new ViolationView(
            "budget-exceeded",
            "household/pantry",
            new Amount("USD", "64.10"),
            new Amount("USD", "50.00"),
            OffsetDateTime.parse("2026-12-01T00:00:00+01:00"),
            null,
            null,
            "Too much.");
    var order =
        new OrderView(
            "0193f2b4",
            OrderView.Status.DENIED,
            "corner-store",
            new Amount("USD", "64.10"),
            null,
            List.of(violation));

    assertThat(written(order))
        .isEqualTo(
            """
            {"order":"0193f2b4","status":"denied","vendor":"corner-store",\
            "total":{"currency":"USD","value":"64.10"},"expires_at":null,\
            "violations":[{"code":"budget-exceeded","category":"household/pantry",\
            "asked":{"currency":"USD","value":"64.10"},\
            "available":{"currency":"USD","value":"50.00"},\
            "resets_at":"2026-12-01T00:00:00+01:00","detail":"Too much."}]}""");
  }

  @Test
  void partsOfASecondAreCutOff() {
    assertThat(written(List.of(Instant.parse("2026-11-23T10:00:00.999999Z"))))
        .isEqualTo("[\"2026-11-23T10:00:00Z\"]");
    assertThat(written(List.of(OffsetDateTime.parse("2026-11-23T10:00:00.5+01:00"))))
        .isEqualTo("[\"2026-11-23T10:00:00+01:00\"]");
  }

  private static String written(Object view) {
    return new String(new WireJson().write(view), UTF_8);
  }
}
