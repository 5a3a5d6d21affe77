package dev.purser.agentapi.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void wholeRequestIsRead() {
    assertThat(addToCart("{\"item\":\"eggs\",\"quantity\":2,\"vendor\":\"corner-store\"}"))
        .isEqualTo(new AddToCart("eggs", 2, "corner-store"));
  }

  @Test
  void vendorMayBeLeftOut() {
    assertThat(addToCart(" {\"quantity\":0,\"item\":\"\\u00e9\"}\n").vendor()).isNull();
  }

  @Test
  void emptyProposalIsForTheOnlyVendor() {
    assertThat(AgentRequests.proposeOrder(bytes("{}")))
        .isEqualTo(new ProposeOrder(null, null, null));
  }

  @Test
  void unknownFieldIsNamed() {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":2,\"price\":\"0.01\"}"))
        .isEqualTo(
            new Problem(
                "about:blank",
                "Unknown field",
                400,
                "unknown-field",
                "'price' is not a field of add-to-cart."));
  }

  @Test
  void unknownFieldThatIsNoPlainNameIsNotSaidBack() {
    assertThat(refusal("{\"<b>\\u202e\":1}").detail())
        .isEqualTo("A name in the body is not a field of add-to-cart.");
  }

  @Test
  void fieldsOfTheOtherOperationAreUnknown() {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":2,\"reason\":\"r\"}").code())
        .isEqualTo("unknown-field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"quantity\":1}", "{\"item\":\"eggs\"}"})
  void missingFieldIsRefused(String body) {
    assertThat(refusal(body).code()).isEqualTo("missing-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.0",
        "1e3",
        "1E0",
        "\"2\"",
        "true",
        "null",
        "[2]",
        "{}",
        "2147483648",
        "4294967298",
        "-2147483649",
        "99999999999999999999",
        "-1",
        "1000"
      })
  void quantityThatIsNoWholeNumberInRangeIsRefused(String quantity) {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":" + quantity + "}").code())
        .isEqualTo("invalid-field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "999"})
  void quantityInRangeIsTaken(String quantity) {
    assertThat(addToCart("{\"item\":\"eggs\",\"quantity\":" + quantity + "}").quantity())
        .isEqualTo(Integer.parseInt(quantity));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "null", "[]", "[\"eggs\"]", "{\"a\":{}}"})
  void itemThatIsNoStringIsRefused(String item) {
    assertThat(refusal("{\"quantity\":1,\"item\":" + item + "}").code()).isEqualTo("invalid-field");
  }

  @Test
  void nullVendorIsNoVendorLeftOut() {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":1,\"vendor\":null}").code())
        .isEqualTo("invalid-field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\ud83dx"})
  void textThatIsNoTextIsRefused(String item) {
    assertThat(refusal("{\"quantity\":1,\"item\":\"" + item + "\"}").code())
        .isEqualTo("invalid-field");
  }

  @Test
  void wholeSurrogatePairIsText() {
    assertThat(addToCart("{\"quantity\":1,\"item\":\"\\ud83e\\udd5a\"}").item()).isEqualTo("🥚");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"item\"",
        "{\"item\":\"eggs\",\"quantity\":1",
        "{\"item\":\"eggs\",\"quantity\":1}{}",
        "{\"item\":\"eggs\",\"quantity\":1} x",
        "{\"item\":\"eggs\",\"quantity\":1,\"quantity\":2}",
        "{\"item\":\"eggs\",\"quantity\":1,\"quant\\u0069ty\":2}",
        "{\"item\":\"eggs\",\"quantity\":1,}",
        "{'item':'eggs','quantity':1}",
        "{item:\"eggs\",\"quantity\":1}",
        "{\"item\":\"eggs\",\"quantity\":01}",
        "{\"item\":\"eggs\",\"quantity\":NaN}",
        "/**/{\"item\":\"eggs\",\"quantity\":1}",
        "\uFEFF{\"item\":\"eggs\",\"quantity\":1}"
      })
  void whatIsNotOneObjectIsMalformed(String body) {
    assertThat(refusal(body).code()).isEqualTo("malformed-json");
  }

  @Test
  void otherEncodingsAreMalformed() {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":1}".getBytes(UTF_16LE)).code())
        .isEqualTo("malformed-json");
  }

  @Test
  void nestingBombIsMalformed() {
    assertThat(refusal("{\"item\":" + "[".repeat(8000) + "]".repeat(8000) + "}").code())
        .isEqualTo("malformed-json");
  }

  @Test
  void numberOfManyDigitsIsRefusedWithoutBecomingOne() {
    assertThat(refusal("{\"item\":\"eggs\",\"quantity\":" + "9".repeat(16_000) + "}").status())
        .isEqualTo(400);
  }

  private static AddToCart addToCart(String body) {
    return AgentRequests.addToCart(bytes(body));
  }

  private static Problem refusal(String body) {
    return refusal(bytes(body));
  }

  private static Problem refusal(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> AgentRequests.addToCart(body))
        .problem();
  }

  private static byte[] bytes(String body) {
    return body.getBytes(UTF_8);
  }
}
