package dev.purser.agentapi.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.CandidateView;
import dev.purser.agentapi.CartView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ViolationView;
import dev.purser.agentapi.http.WireJson;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say what is answered and what is read, no more and no less. */
class AgentToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Amount PRICE = new Amount("USD", "2.94");

  @Test
  void cartIsOfTheSchema() {
    var candidate = new CandidateView("v", "1", null, "Eggs", "doz", PRICE, "c");
    var unpriced = new CandidateView("v", "2", "00012345678905", "Hens", "each", null, "c");
    var line = new CartView.Line("v", "1", "Eggs", "doz", 2, PRICE, PRICE, "c", Instant.EPOCH);
    var bare = new CartView.Line("v", "2", "Hens", "each", 1, null, null, "c", Instant.EPOCH);
    var answer =
        new AddToCartAnswer(
            AddToCartAnswer.Result.CHOOSE,
            List.of(candidate, unpriced),
            new CartView(List.of(line, bare), List.of(new CartView.VendorTotal("v", PRICE))));

    assertThat(errors(AgentTools.ADD_TO_CART.outputSchema(), written(answer))).isEmpty();
    assertThat(
            errors(AgentTools.ADD_TO_CART.outputSchema(), written(answer).replace("choose", "buy")))
        .isNotEmpty();
  }

  @Test
  void orderIsOfTheSchema() {
    OffsetDateTime then = OffsetDateTime.parse("2026-12-01T00:00:00+01:00");
    var budget = new ViolationView("budget-exceeded", "c", PRICE, PRICE, then, null, null, "d");
    var count = new ViolationView("too-many", null, null, null, null, 5, null, "d");
    var limit = new ViolationView("limit", null, PRICE, null, null, PRICE, "1", "d");
    var denied =
        new OrderView("o", OrderView.Status.DENIED, "v", null, null, List.of(budget, count, limit));
    var waiting =
        new OrderView("o", OrderView.Status.AWAITING_CONFIRMATION, "v", PRICE, then, List.of());

    var standing =
        new OrderView("o", OrderView.Status.CONFIRMED, "v", PRICE, null, List.of(), null, "m");

    assertThat(errors(AgentTools.PROPOSE_ORDER.outputSchema(), written(denied))).isEmpty();
    assertThat(errors(AgentTools.PROPOSE_ORDER.outputSchema(), written(standing))).isEmpty();
    assertThat(written(waiting)).doesNotContain("mandate");
    assertThat(errors(AgentTools.PROPOSE_ORDER.outputSchema(), written(waiting))).isEmpty();
  }

  @Test
  void resultsAndStatusesAreAllNamed() {
    assertThat(enumAt(AgentTools.ADD_TO_CART, "result"))
        .containsExactlyElementsOf(wireNames(AddToCartAnswer.Result.class));
    assertThat(enumAt(AgentTools.PROPOSE_ORDER, "status"))
        .containsExactlyElementsOf(wireNames(OrderView.Status.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"item\":\"eggs\",\"quantity\":0}",
        "{\"item\":\"eggs\",\"quantity\":999,\"vendor\":\"v\"}"
      })
  void whatIsReadIsOfTheSchema(String arguments) {
    assertThat(errors(AgentTools.ADD_TO_CART.inputSchema(), arguments)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"item\":\"eggs\"}",
        "{\"item\":\"\",\"quantity\":1}",
        "{\"item\":\"eggs\",\"quantity\":1000}",
        "{\"item\":\"eggs\",\"quantity\":-1}",
        "{\"item\":\"eggs\",\"quantity\":\"1\"}",
        "{\"item\":\"eggs\",\"quantity\":1,\"price\":1}",
        "{\"item\":\"eggs\",\"quantity\":1,\"vendor\":null}"
      })
  void whatIsRefusedIsNotOfTheSchema(String arguments) {
    assertThat(errors(AgentTools.ADD_TO_CART.inputSchema(), arguments)).isNotEmpty();
  }

  @Test
  void modelIsToldWhatItMustKnow() {
    assertThat(AgentTools.ADD_TO_CART.description())
        .contains("absolute", "choose", "sku", "0 removes");
    assertThat(AgentTools.PROPOSE_ORDER.description())
        .contains("Nothing is bought", "denied", "order's id", "Do not ask the owner for a link");
    assertThat(AgentTools.ADD_TO_CART.title()).isNotBlank();
  }

  private static List<String> errors(Map<String, Object> schema, String json) {
    try {
      return SCHEMAS
          .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON)
          .validate(json, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> enumAt(Tool tool, String property) {
    JsonNode names = JSON.valueToTree(tool.outputSchema()).at("/properties/" + property + "/enum");
    return Stream.of(JSON.convertValue(names, String[].class)).toList();
  }

  private static List<String> wireNames(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> wireName(type, constant.name()))
        .toList();
  }

  private static String wireName(Class<?> type, String constant) {
    try {
      return type.getField(constant).getAnnotation(JsonProperty.class).value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String written(Object view) {
    return new String(new WireJson().write(view), UTF_8);
  }
}
