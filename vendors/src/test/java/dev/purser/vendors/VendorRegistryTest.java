package dev.purser.vendors;

import static dev.purser.vendors.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.VendorId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRegistryTest {
  private static final VendorId BAKER = new VendorId("baker");
  private static final VendorId GROCER = new VendorId("grocer");
  private static final Product BREAD = product("b-1", "Bread, rye");
  private static final Product OATS = withGtin("o-1", "Oats", "4006381333931");
  private static final Product SAME_OATS = withGtin("o-2", "Oats, rolled", "4006381333931");
  private static final Product MILK = product("m-1", "Milk, whole");
  private static final Product RYE = product("x", "Flour, rye");
  private static final Product ALSO_X = product("x", "Yeast");

  private final VendorRegistry vendors =
      new VendorRegistry(
          List.of(
              new FakeVendor("grocer", OATS, MILK, RYE),
              new FakeVendor("baker", BREAD, SAME_OATS, ALSO_X)));

  private static Product withGtin(String sku, String title, String gtin) {
    Product plain = product(sku, title);
    return new Product(sku, Gtin.find(gtin), title, "", plain.unitPrice(), plain.category());
  }

  private Lookup anywhere(String item) {
    return vendors.lookUp(item, Optional.empty());
  }

  private static Lookup choices(Object... vendorsAndProducts) {
    return new Lookup.Choices(
        IntStream.range(0, vendorsAndProducts.length / 2)
            .mapToObj(
                i ->
                    new Lookup.Offer(
                        (VendorId) vendorsAndProducts[2 * i],
                        (Product) vendorsAndProducts[2 * i + 1]))
            .toList());
  }

  @Test
  void exactSkuIsTaken() {
    assertThat(anywhere("m-1")).isEqualTo(new Lookup.One(GROCER, MILK));
    assertThat(anywhere(" m-1\n")).isEqualTo(new Lookup.One(GROCER, MILK));
  }

  @Test
  void skuOfTwoVendorsIsAChoiceUnlessTheVendorIsNamed() {
    assertThat(anywhere("x")).isEqualTo(choices(BAKER, ALSO_X, GROCER, RYE));
    assertThat(vendors.lookUp("x", Optional.of(GROCER))).isEqualTo(new Lookup.One(GROCER, RYE));
  }

  @Test
  void gtinIsTakenWhereOneVendorHasIt() {
    assertThat(vendors.lookUp("4006381333931", Optional.of(GROCER)))
        .isEqualTo(new Lookup.One(GROCER, OATS));
    assertThat(anywhere("04006381333931")).isEqualTo(choices(BAKER, SAME_OATS, GROCER, OATS));
  }

  @Test
  void gtinThatNobodySellsIsNothing() {
    assertThat(anywhere("96385074")).isEqualTo(new Lookup.Nothing());
  }

  @Test
  void wrongCheckDigitIsSaid() {
    assertThat(anywhere("4006381333932")).isEqualTo(new Lookup.WrongCheckDigit());
  }

  @Test
  void skuThatLooksLikeAWrongGtinIsStillASku() {
    Product odd = product("4006381333932", "Odd");
    VendorRegistry one = new VendorRegistry(List.of(new FakeVendor("grocer", odd)));

    assertThat(one.lookUp("4006381333932", Optional.empty()))
        .isEqualTo(new Lookup.One(GROCER, odd));
  }

  @Test
  void wordsOfOneProductTakeIt() {
    assertThat(anywhere("whole milk")).isEqualTo(new Lookup.One(GROCER, MILK));
  }

  @Test
  void wordsOfSeveralProductsAreAChoice() {
    assertThat(anywhere("rye")).isEqualTo(choices(BAKER, BREAD, GROCER, RYE));
    assertThat(vendors.lookUp("rye", Optional.of(BAKER))).isEqualTo(new Lookup.One(BAKER, BREAD));
  }

  @Test
  void wholeWordsOfOneProductTakeItThoughOthersBeginSo() {
    VendorRegistry one =
        new VendorRegistry(List.of(new FakeVendor("grocer", RYE, product("2", "Ryegrass"), MILK)));

    assertThat(one.lookUp("rye", Optional.empty())).isEqualTo(new Lookup.One(GROCER, RYE));
  }

  @Test
  void amongSeveralGuessesAreOfferedLast() {
    Product grass = product("2", "Ryegrass");
    VendorRegistry one = new VendorRegistry(List.of(new FakeVendor("grocer", grass, RYE, BREAD)));

    assertThat(one.lookUp("rye", Optional.empty()))
        .isEqualTo(choices(GROCER, BREAD, GROCER, RYE, GROCER, grass));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlik", "mil"})
  void guessIsOfferedEvenIfItIsTheOnlyOne(String words) {
    assertThat(anywhere(words)).isEqualTo(choices(GROCER, MILK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"caviar", "", "  ", "\u0000"})
  void nothingIsNothing(String words) {
    assertThat(anywhere(words)).isEqualTo(new Lookup.Nothing());
  }

  @Test
  void vendorThatIsNotAllowedSellsNothing() {
    assertThat(vendors.lookUp("m-1", Optional.of(new VendorId("stranger"))))
        .isEqualTo(new Lookup.Nothing());
    assertThat(vendors.find(new VendorId("stranger"))).isEmpty();
  }

  @Test
  void eightChoicesAtMostOverAllVendors() {
    Product[] teas =
        IntStream.range(0, 6).mapToObj(i -> product("t" + i, "Tea")).toArray(Product[]::new);
    VendorRegistry many =
        new VendorRegistry(List.of(new FakeVendor("grocer", teas), new FakeVendor("baker", teas)));
    List<Lookup.Offer> offers =
        many.lookUp("tea", Optional.empty())
            .match(one -> List.<Lookup.Offer>of(), Lookup.Choices::offers, List::of, List::of);

    assertThat(offers).hasSize(8);
    assertThat(offers.get(0)).isEqualTo(new Lookup.Offer(BAKER, teas[0]));
    assertThat(offers.get(1)).isEqualTo(new Lookup.Offer(GROCER, teas[0]));
  }

  @Test
  void oneVendorIsNotDescribedTwice() {
    assertThatThrownBy(
            () -> new VendorRegistry(List.of(new FakeVendor("baker"), new FakeVendor("baker"))))
        .hasMessageContaining("baker is described twice");
  }
}
