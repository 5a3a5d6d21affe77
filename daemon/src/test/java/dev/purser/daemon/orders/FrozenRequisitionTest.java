package dev.purser.daemon.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenRequisitionTest {
  private static final FrozenRequisition FROZEN = FrozenRequisition.freeze(requisition("Eggs"));

  @Test
  void whatIsFrozenIsReadableAndInOneOrder() {
    assertThat(FROZEN.json())
        .isEqualTo(
            "{\"charges\":[{\"amount_minor\":\"-100\",\"label\":\"Discount\"}],\"currency\":\"USD\","
                + "\"lines\":[{\"category\":\"household/pantry\",\"quantity\":2,\"size\":\"doz\","
                + "\"sku\":\"708111\",\"title\":\"Eggs\",\"unit_price_minor\":\"294\"}],"
                + "\"origin\":\"https://corner-store.example\",\"payee\":\"Corner Store\","
                + "\"policy_version\":\""
                + "ab".repeat(32)
                + "\",\"ship_to\":\"1 Harbour Street\",\"total_minor\":\"488\","
                + "\"vendor\":\"corner-store\"}");
    assertThat(FROZEN.digest()).isEqualTo(CanonicalJson.sha256(FROZEN.json()));
  }

  @Test
  void whatIsThawedIsWhatWasFrozen() {
    assertThat(FrozenRequisition.thaw(FROZEN.json(), FROZEN.digest())).isEqualTo(FROZEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Œufs \"bio\"", "卵", "\uD83E\uDD5A", "a\\b/c\u2028\u0007", "\u202Eevil"})
  void strangeTextsThawAsTheyWere(String title) {
    FrozenRequisition frozen = FrozenRequisition.freeze(requisition(title));

    assertThat(FrozenRequisition.thaw(frozen.json(), frozen.digest())).isEqualTo(frozen);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"294\"', '\"1\"'",
    "'\"quantity\":2', '\"quantity\":1'",
    "Corner Store, Corner St0re",
    "https://corner-store.example, https://corner-store.evil",
    "1 Harbour Street, 2 Harbour Street",
    "household/pantry, household/treats",
    "abab, baba",
    "USD, EUR"
  })
  void anEditIsNoticedWhateverItIs(String before, String after) {
    String edited = FROZEN.json().replace(before, after);

    assertThat(edited).isNotEqualTo(FROZEN.json());
    assertNotThawed(edited, FROZEN.digest());
  }

  @Test
  void anotherDigestIsNoticed() {
    assertNotThawed(FROZEN.json(), "0".repeat(64));
    assertNotThawed(FROZEN.json(), FROZEN.digest().toUpperCase(Locale.ROOT));
  }

  /** The digest fits, so only reading it shows that nobody froze this. */
  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "nonsense", "{\"currency\":\"USD\"}"})
  void aTextThatNobodyFrozeIsNoticed(String text) {
    assertNotThawed(text, CanonicalJson.sha256(text));
  }

  @Test
  void aFieldOfAnotherKindIsNoticed() {
    assertRestampedNotThawed("\"quantity\":2", "\"quantity\":\"2\"");
    assertRestampedNotThawed("\"quantity\":2", "\"quantity\":0");
    assertRestampedNotThawed("\"unit_price_minor\":\"294\"", "\"unit_price_minor\":\"2.94\"");
    assertRestampedNotThawed("\"currency\":\"USD\"", "\"currency\":\"XXX\"");
    assertRestampedNotThawed("\"vendor\":\"corner-store\"", "\"vendor\":[]");
  }

  @Test
  void aTotalThatDoesNotAddUpIsNoticed() {
    assertRestampedNotThawed("\"total_minor\":\"488\"", "\"total_minor\":\"1\"");
  }

  @Test
  void aFieldThatNobodyKnowsIsNoticed() {
    assertRestampedNotThawed("{\"charges\"", "{\"approved\":true,\"charges\"");
  }

  private static void assertRestampedNotThawed(String before, String after) {
    String edited = FROZEN.json().replace(before, after);

    assertThat(edited).isNotEqualTo(FROZEN.json());
    assertNotThawed(edited, CanonicalJson.sha256(edited));
  }

  private static void assertNotThawed(String json, String digest) {
    assertThatExceptionOfType(AlteredOrderException.class)
        .isThrownBy(() -> FrozenRequisition.thaw(json, digest));
  }

  private static Requisition requisition(String title) {
    Currency usd = Currency.getInstance("USD");
    return new Requisition(
        new VendorId("corner-store"),
        new Payee("Corner Store", URI.create("https://corner-store.example")),
        usd,
        List.of(
            new RequisitionLine(
                "708111",
                title,
                "doz",
                2,
                new Money(usd, 294),
                new CategoryId("household/pantry"))),
        List.of(new Charge("Discount", new Money(usd, -100))),
        "1 Harbour Street",
        "ab".repeat(32));
  }
}
