package dev.purser.daemon.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.OpenApi30;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Stripe's own description of its API, held against what is sent and what the fake answers. Each
 * schema is given a name of its own, because a path with slashes and braces makes a poor reference.
 */
final class StripeSpec {
  private static final String FILE = "/stripe/spec3-2023-08-16.min.json";
  private static final String IRI = "https://spec.test/stripe";
  private static final String FORM =
      "/requestBody/content/application~1x-www-form-urlencoded/schema";
  private static final List<String> REMARKS =
      List.of(
          "components",
          "x-expandableFields",
          "x-expansionResources",
          "x-resourceId",
          "x-stripeBypassValidation");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode root;
  private final SchemaRegistry registry;

  private StripeSpec(ObjectNode root) {
    this.root = root;
    allowNullInChoices(root);
    nameSchemas(root);
    ObjectNode schemasOnly = JSON.objectNode();
    schemasOnly.set("components", root.get("components"));
    String text = schemasOnly.toString();
    this.registry =
        SchemaRegistry.withDialect(dialect(), builder -> builder.schemas(Map.of(IRI, text)));
  }

  /** OpenAPI 3.0 and Stripe's own remarks, which say nothing about validity. */
  private static Dialect dialect() {
    Dialect.Builder dialect = Dialect.builder(OpenApi30.getInstance());
    for (String remark : REMARKS) {
      dialect.keyword(new NonValidationKeyword(remark));
    }
    return dialect.build();
  }

  private static final class Loaded {
    private static final StripeSpec SPEC = load();
  }

  /** Read once: it is large. */
  static StripeSpec get() {
    return Loaded.SPEC;
  }

  private static StripeSpec load() {
    try (InputStream file = StripeSpec.class.getResourceAsStream(FILE)) {
      return new StripeSpec((ObjectNode) new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a request; empty if it is as described. */
  List<String> violations(String method, String path, String query, String body) {
    Optional<JsonNode> operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of("no such operation: " + method + " " + path);
    }
    List<String> violations = new ArrayList<>(inQuery(operation.get(), FormBody.decode(query)));
    JsonNode schema = operation.get().at(FORM);
    JsonNode form = coerced(FormBody.decode(body), schema);
    violations.addAll(against("request_" + id(operation.get()), form));
    return violations.stream().map(each -> method + " " + path + ": " + each).toList();
  }

  /** What is wrong with an answer; empty if it is as described. */
  List<String> violations(String method, String path, int status, JsonNode answer) {
    String kind = status == 200 ? "answer_" : "error_";
    return operation(method, path)
        .map(operation -> against(kind + id(operation), answer))
        .orElse(List.of())
        .stream()
        .map(each -> method + " " + path + " answered " + status + ": " + each)
        .toList();
  }

  private List<String> inQuery(JsonNode operation, ObjectNode query) {
    List<String> violations = new ArrayList<>();
    Map<String, JsonNode> known = new TreeMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        known.put(parameter.path("name").asText(), parameter.path("schema"));
      }
    }
    for (var given : query.properties()) {
      JsonNode schema = known.get(given.getKey());
      if (schema == null) {
        violations.add("unknown query parameter " + given.getKey());
      } else {
        String name = "query_" + id(operation) + "_" + given.getKey();
        violations.addAll(against(name, coerced(given.getValue(), schema)));
      }
    }
    return violations;
  }

  private List<String> against(String name, JsonNode value) {
    return registry
        .getSchema(SchemaLocation.of(IRI + "#/components/schemas/" + name))
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private Optional<JsonNode> operation(String method, String path) {
    JsonNode literal = root.path("paths").path(path);
    if (literal.isObject()) {
      return Optional.ofNullable(literal.get(method.toLowerCase(Locale.ROOT)));
    }
    return root.path("paths").properties().stream()
        .filter(each -> fits(each.getKey(), path))
        .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  private static boolean fits(String template, String path) {
    return Pattern.matches(template.replaceAll("\\{[^}]+\\}", "[^/]+"), path);
  }

  private static String id(JsonNode operation) {
    return operation.path("operationId").asText();
  }

  /** A form knows strings only; where the schema wants a number or a truth value, make it one. */
  private static JsonNode coerced(JsonNode value, JsonNode schema) {
    if (schema.has("anyOf")) {
      return coerced(value, chosen(value, schema.get("anyOf")));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode result = JSON.objectNode();
      object
          .properties()
          .forEach(
              field ->
                  result.set(
                      field.getKey(),
                      coerced(field.getValue(), schema.path("properties").path(field.getKey()))));
      return result;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode result = JSON.arrayNode();
      array.forEach(each -> result.add(coerced(each, schema.path("items"))));
      return result;
    }
    return scalar(value, schema.path("type").asText());
  }

  private static JsonNode chosen(JsonNode value, JsonNode choices) {
    for (JsonNode choice : choices) {
      String type = choice.path("type").asText();
      boolean fits =
          value.isTextual() ? !scalar(value, type).isTextual() : type.equals(typeOf(value));
      if (fits) {
        return choice;
      }
    }
    return JSON.objectNode();
  }

  private static String typeOf(JsonNode value) {
    return value.isArray() ? "array" : "object";
  }

  private static JsonNode scalar(JsonNode value, String type) {
    String text = value.asText();
    if (type.equals("integer") && text.matches("-?\\d{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (type.equals("boolean") && text.matches("true|false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    return value;
  }

  /** OpenAPI's nullable says nothing to a validator where it stands beside a choice. */
  private static void allowNullInChoices(JsonNode node) {
    if (node.path("nullable").asBoolean() && node.path("anyOf") instanceof ArrayNode choices) {
      choices.addObject().putArray("enum").addNull();
    }
    node.forEach(StripeSpec::allowNullInChoices);
  }

  private static void nameSchemas(ObjectNode root) {
    ObjectNode schemas = (ObjectNode) root.at("/components/schemas");
    for (JsonNode path : root.path("paths")) {
      for (JsonNode operation : path) {
        name(schemas, "request_" + id(operation), operation.at(FORM));
        name(schemas, "answer_" + id(operation), answer(operation, "200"));
        name(schemas, "error_" + id(operation), answer(operation, "default"));
        for (JsonNode parameter : operation.path("parameters")) {
          String name = "query_" + id(operation) + "_" + parameter.path("name").asText();
          name(schemas, name, parameter.path("schema"));
        }
      }
    }
  }

  private static JsonNode answer(JsonNode operation, String status) {
    return operation.at("/responses/" + status + "/content/application~1json/schema");
  }

  private static void name(ObjectNode schemas, String name, JsonNode schema) {
    if (!schema.isMissingNode()) {
      schemas.set(name, schema);
    }
  }
}
