package dev.purser.daemon.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each module may know: lists of what is allowed, since a misspelt prohibition forbids
 * nothing. Packages are named one by one, since {@code java..} would let {@code java.sql} in.
 */
class ModuleRulesTest {
  private static final String AGENT_API = "dev.purser.agentapi";

  private static final String[] WIRE = {
    AGENT_API,
    AGENT_API + ".http",
    AGENT_API + ".reading",
    "jakarta.ws.rs..",
    "com.fasterxml.jackson..",
    "org.jspecify.annotations",
    "java.io",
    "java.lang..",
    "java.net",
    "java.nio",
    "java.nio.charset",
    "java.time..",
    "java.util",
    "java.util.concurrent",
    "java.util.function",
    "java.util.regex",
    "java.util.stream"
  };

  @Test
  void agentApiKnowsTheWireAndNothingOfOurs() {
    onlyDependOn(AGENT_API, WIRE).check(Built.CLASSES);
    onlyDependOn(AGENT_API + ".http", WIRE).check(Built.CLASSES);
    onlyDependOn(AGENT_API + ".reading", WIRE).check(Built.CLASSES);
  }

  @Test
  void onlyTheToolsKnowTheProtocolsLibrary() {
    String[] tools = with(WIRE, AGENT_API + ".mcp", "io.modelcontextprotocol..", "reactor.core..");

    onlyDependOn(AGENT_API + ".mcp", tools).check(Built.CLASSES);
    onlyDependOn(AGENT_API + ".door", with(tools, AGENT_API + ".door")).check(Built.CLASSES);
  }

  /** What agents run themselves has none of the daemon's side, not even its questions' types. */
  @Test
  void bridgeKnowsTheSocketAndNothingElseOfOurs() {
    String[] jdk = {
      AGENT_API + ".socket",
      "org.jspecify.annotations",
      "java.io",
      "java.lang..",
      "java.net",
      "java.nio",
      "java.nio.channels",
      "java.nio.charset",
      "java.nio.file",
      "java.nio.file.attribute",
      "java.security",
      "java.security.cert",
      "java.time",
      "java.util",
      "java.util.concurrent",
      "java.util.function",
      "java.util.regex",
      "java.util.stream",
      "javax.net.ssl"
    };

    onlyDependOn(AGENT_API + ".socket", jdk).check(Built.CLASSES);
    onlyDependOn(
            AGENT_API + ".bridge", with(jdk, AGENT_API + ".bridge", "com.fasterxml.jackson.core.."))
        .check(Built.CLASSES);
  }

  private static String[] with(String[] packages, String... more) {
    return Stream.concat(Stream.of(packages), Stream.of(more)).toArray(String[]::new);
  }

  /** No clock, no file, no database, no network: {@code java.net} is there for URI alone. */
  @Test
  void budgetsArePure() {
    onlyDependOn(
            "dev.purser.budgets..",
            "dev.purser.budgets..",
            "org.jspecify.annotations",
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.time",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream")
        .check(Built.CLASSES);
  }

  @Test
  void budgetsNeitherAskTheTimeNorRollDice() {
    assertThat(
            Built.CLASSES.stream()
                .filter(resideInAPackage("dev.purser.budgets.."))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .map(call -> call.getTarget().getFullName())
                .filter(
                    target ->
                        target.matches("java\\.time\\..*\\.now\\(.*")
                            || target.startsWith("java.lang.System.")
                            || target.startsWith("java.util.UUID.random")
                            || target.startsWith("java.util.Random.")))
        .isEmpty();
  }

  @Test
  void vendorsSpeakOfMoneyAndOfWhatIsBought() {
    classes()
        .that()
        .resideInAPackage("dev.purser.vendors..")
        .should()
        .onlyDependOnClassesThat(
            belongToAnyOf(
                    CategoryId.class,
                    Charge.class,
                    Money.class,
                    Payee.class,
                    Requisition.class,
                    RequisitionLine.class,
                    VendorId.class,
                    Violation.class)
                .or(
                    resideInAnyPackage(
                        "dev.purser.vendors..",
                        "com.fasterxml.jackson..",
                        "io.github.resilience4j.circuitbreaker..",
                        "io.github.resilience4j.timelimiter..",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "java.io",
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.math",
                        "java.net",
                        "java.nio",
                        "java.nio.channels",
                        "java.nio.charset",
                        "java.nio.file",
                        "java.nio.file.attribute",
                        "java.text",
                        "java.time",
                        "java.util",
                        "java.util.concurrent",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream")))
        .check(Built.CLASSES);
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : List.of("agentapi", "budgets", "vendors", "daemon")) {
      assertThat(Built.CLASSES.stream().filter(resideInAPackage("dev.purser." + module + "..")))
          .as(module)
          .hasSizeGreaterThan(10);
    }
  }

  private static ArchRule onlyDependOn(String module, String... packages) {
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages).or(belongToAnyOf(java.net.URI.class)));
  }
}
