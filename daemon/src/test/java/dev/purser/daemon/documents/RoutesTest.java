package dev.purser.daemon.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.http.GoldenRoutes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md lists all that any door answers. */
class RoutesTest {
  private static final Map<String, String> DOOR_BY_PACKAGE =
      Map.of(
          "dev.purser.agentapi.http", "agent",
          "dev.purser.agentapi.mcp", "agent",
          "dev.purser.daemon.control", "control",
          "dev.purser.daemon.owner", "owner",
          "dev.purser.daemon.owner.home", "owner",
          "dev.purser.daemon.owner.session", "owner",
          "dev.purser.daemon.owner.web", "owner",
          "dev.purser.daemon.finance", "owner");

  private final Set<String> documented =
      Stream.of(Tree.text("docs/architecture.md"))
          .flatMap(
              text ->
                  Markdown.table(text.substring(text.indexOf("| door | route |")), "door").stream())
          .map(row -> row.get(0) + " " + Markdown.codes(row.get(1)).get(0))
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void routesAreThoseOfTheCode() {
    assertThat(documented).isEqualTo(inCode()).hasSizeGreaterThan(10);
  }

  @Test
  void agentsHaveTheGoldenRoutesOnly() {
    assertThat(documented)
        .filteredOn(route -> route.startsWith("agent "))
        .containsExactlyInAnyOrderElementsOf(
            GoldenRoutes.METHOD_BY_PATH.entrySet().stream()
                .map(route -> "agent " + route.getValue() + " " + route.getKey())
                .toList());
  }

  private static Set<String> inCode() {
    return Tree.mainSources().stream()
        .filter(file -> Tree.text(file).contains("\n@Path("))
        .map(RoutesTest::loaded)
        .flatMap(RoutesTest::routes)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Class<?> loaded(java.nio.file.Path file) {
    String path = file.toString().replaceFirst(".*/src/main/java/", "").replace(".java", "");
    try {
      return Class.forName(path.replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new LinkageError(path, e);
    }
  }

  private static Stream<String> routes(Class<?> resource) {
    String door =
        Objects.requireNonNull(
            DOOR_BY_PACKAGE.get(resource.getPackageName()), "no door for " + resource);
    String base = resource.getAnnotation(Path.class).value();
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(
            method -> methods(method).map(verb -> door + " " + verb + " " + path(base, method)));
  }

  private static Stream<String> methods(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value());
  }

  private static String path(String base, Method method) {
    List<String> parts =
        method.isAnnotationPresent(Path.class)
            ? List.of(base, method.getAnnotation(Path.class).value())
            : List.of(base);
    return String.join("/", parts).replaceAll("/+", "/");
  }
}
