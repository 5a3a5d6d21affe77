package dev.purser.daemon.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.DeclineView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/agents.md is a contract: what it lists is what there is. */
class AgentsDocumentTest {
  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(
          VendorId.class,
          new VendorId("corner-store"),
          CategoryId.class,
          new CategoryId("household"),
          Money.class,
          Money.parse("1.00 USD"),
          Currency.class,
          Currency.getInstance("EUR"),
          OffsetDateTime.class,
          OffsetDateTime.parse("2026-12-01T00:00:00Z"),
          String.class,
          "eggs",
          int.class,
          1);

  private final String document = Tree.text("docs/agents.md");

  @Test
  void problemsAreTheClosedList() {
    assertThat(Markdown.table(document, "problem"))
        .extracting(row -> Markdown.codes(row.get(0)).get(0) + " " + row.get(1))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProblemCode.values())
                .map(code -> code.code() + " " + code.status())
                .toList());
  }

  @Test
  void violationsAreTheClosedList() {
    assertThat(Markdown.table(document, "violation"))
        .extracting(row -> Markdown.codes(row.get(0)).get(0))
        .containsExactlyInAnyOrderElementsOf(violationCodes());
  }

  @Test
  void resultsAndStatusesAreAllThatAnAgentHears() {
    assertThat(listed("`result`")).isEqualTo(wireNames(AddToCartAnswer.Result.class));
    assertThat(listed("`status`")).isEqualTo(wireNames(OrderView.Status.class));
    assertThat(listed("`decline.code`")).isEqualTo(wireNames(DeclineView.Code.class));
  }

  @Test
  void fieldsAreThoseOfTheTwoOperations() {
    int second = document.indexOf("## `POST /v1/propose-order`");

    assertThat(fields(document.substring(0, second))).isEqualTo(components(AddToCart.class));
    assertThat(fields(document.substring(second))).isEqualTo(components(ProposeOrder.class));
  }

  @Test
  void exitCodesAreThoseOfTheCommand() throws IOException {
    assertThat(Markdown.table(document, "exit"))
        .extracting(row -> "  " + row.get(0) + "  " + row.get(1))
        .containsExactlyElementsOf(
            helpOfTheAgentsCommand().lines().filter(line -> line.matches("  \\d  .*")).toList());
  }

  private static String helpOfTheAgentsCommand() throws IOException {
    try (InputStream help =
        AddToCart.class.getResourceAsStream("/dev/purser/agentapi/bridge/help.txt")) {
      return new String(Objects.requireNonNull(help).readAllBytes(), UTF_8);
    }
  }

  private static Set<String> fields(String text) {
    return Markdown.table(text, "field").stream()
        .flatMap(row -> Markdown.codes(row.get(0)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> listed(String header) {
    return Markdown.table(document, header).stream()
        .flatMap(row -> Markdown.codes(row.get(0)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> wireNames(Class<? extends Enum<?>> type) {
    return Stream.of(type.getFields())
        .map(field -> field.getAnnotation(JsonProperty.class).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> violationCodes() {
    return Stream.of(Violation.class.getPermittedSubclasses())
        .flatMap(kind -> each(kind).stream())
        .map(Violation::code)
        .toList();
  }

  /** One of the kind, or one for each reason where it has reasons. */
  private static List<Violation> each(Class<?> kind) {
    List<?> reasons =
        Stream.of(kind.getRecordComponents())
            .filter(component -> component.getType().isEnum())
            .flatMap(reason -> Stream.of(reason.getType().getEnumConstants()))
            .toList();
    return (reasons.isEmpty() ? List.of("") : reasons)
        .stream().map(reason -> sample(kind, reason)).toList();
  }

  private static Violation sample(Class<?> kind, Object reason) {
    Class<?>[] types =
        Stream.of(kind.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values =
        Stream.of(types).map(type -> type.isEnum() ? reason : SAMPLES.get(type)).toArray();
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(types);
      return (Violation) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("teach SAMPLES the types of " + kind, e);
    }
  }
}
