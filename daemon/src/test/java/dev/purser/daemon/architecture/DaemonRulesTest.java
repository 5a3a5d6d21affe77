package dev.purser.daemon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.seals.SealingKey;
import dev.purser.daemon.standing.OpenStanding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who in the daemon may touch what. Each test names all who do, so that one more has to ask. */
class DaemonRulesTest {
  private static final String DAEMON = "dev.purser.daemon.";

  @Test
  void packagesOfTheDaemonGoRoundInNoCircle() {
    slices().assignedFrom(packages()).should().beFreeOfCycles().check(Built.CLASSES);
  }

  @Test
  void onlyPaymentsKnowsStripe() {
    assertThat(packagesThatUse("com.stripe..")).containsExactly("payments");
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    assertThat(packagesThatUse("picocli..")).containsExactly("cli");
  }

  @Test
  void onlyConfirmationHashesPassphrases() {
    assertThat(packagesThatUse("com.password4j..")).containsExactly("confirmation");
  }

  @Test
  void onlyPasskeysKnowsWebAuthn() {
    assertThat(packagesThatUse("com.webauthn4j..")).containsExactly("passkeys");
  }

  @Test
  void onlySealsSignsAndOnlyAp2KnowsItsProtocol() {
    assertThat(packagesThatUse("com.nimbusds..")).containsExactly("seals");
    assertThat(packagesThatUse("com.authlete..")).containsExactly("ap2");
  }

  /** The flow has its mandates sealed; it gets no hand on the key. */
  @Test
  void onlyTheRootAndTheMakersOfEvidenceHoldTheSealingKey() {
    assertThat(classesThatUse(SealingKey.class))
        .containsExactly(
            "Outfit",
            "PurserDaemon",
            "ap2.Ap2Export",
            "checkpoints.Checkpoints",
            "confirmation.MandateRow",
            "confirmation.Mandates",
            "control.MandatesResource");
  }

  @Test
  void onlyNoticesSendsMail() {
    assertThat(packagesThatUse("org.simplejavamail..")).containsExactly("notices");
  }

  /** Any other would have root's terminal and all the time it likes. */
  @Test
  void onlyProcessesStartsProcesses() {
    Set<String> starting = new TreeSet<>();
    for (JavaClass type : Built.CLASSES) {
      type.getCodeUnitAccessesFromSelf().stream()
          .filter(access -> startsOne(access.getTarget().getFullName()))
          .forEach(access -> starting.add(outermost(type)));
    }

    assertThat(starting).containsExactly("processes.Detached");
  }

  private static boolean startsOne(String called) {
    return called.startsWith("java.lang.ProcessBuilder.")
        || called.startsWith("java.lang.Runtime.exec(");
  }

  @Test
  void onlyListenersKnowsTheServer() {
    assertThat(packagesThatUse("org.eclipse.jetty..")).containsExactly("listeners");
  }

  @Test
  void dropwizardStaysAtTheEdges() {
    assertThat(packagesThatUse("io.dropwizard.."))
        .containsExactly("", "cli", "config", "listeners", "payments");
  }

  @Test
  void onlyDatabaseKnowsDriversAndPool() {
    assertThat(
            packagesThatUse(
                "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.h2.."))
        .containsExactly("database");
  }

  /** Each DAO is beside its feature; the others attach one, or hand the database on. */
  @Test
  void sqlIsInDaosAndBesideThem() {
    assertThat(classesThatUse("org.jdbi.."))
        .filteredOn(name -> !name.endsWith("Dao") && !name.startsWith("database."))
        .containsExactly(
            "OpenedBooks",
            "SignedInPages",
            "agents.AgentBounds",
            "agents.AgentRegister",
            "agents.Freezes",
            "audit.AuditReader",
            "audit.AuditTrail",
            "carts.Carts",
            "confirmation.Links",
            "confirmation.Mandates",
            "inspection.BooksInspection",
            "ledger.BooksWriter",
            "ledger.JdbiBudgetBook",
            "ledger.OpenBooks",
            "notices.WaitingNotices",
            "orders.OrderHistory",
            "orders.Orders",
            "passkeys.Challenges",
            "passkeys.Enrolling",
            "passkeys.Passkeys",
            "purchasing.FlowParts",
            "purchasing.Settlements",
            "standing.StandingMandates");
  }

  @Test
  void onlyConfirmationMakesAConfirmedOrder() {
    assertThat(constructorsOf(type -> type.isEquivalentTo(ConfirmedOrder.class)))
        .containsExactly("confirmation.Mandates");
  }

  /** The owner in person, and the owner in advance: there is no third way to a yes. */
  @Test
  void twoPlacesConfirmAnOrderAndOneWritesItDown() {
    assertThat(callersOf(OpenOrders.class, "confirm")).containsExactly("purchasing.Acceptance");
    assertThat(callersOf(Mandates.class, "keep")).containsExactly("purchasing.Acceptance");
    assertThat(callersOf("purchasing.Acceptance", "accept"))
        .containsExactly("purchasing.Confirmations", "purchasing.StandingOrders");
    assertThat(callersOf(Evidence.class, "standing")).containsExactly("purchasing.StandingOrders");
  }

  /** And nobody grants a yes in advance but who has just looked at a passkey's signature. */
  @Test
  void oneDeskGrantsStandingMandates() {
    for (String word : List.of("grant", "resume")) {
      assertThat(callersOf(OpenStanding.class, word)).containsExactly("purchasing.StandingDesk");
    }
  }

  @Test
  void onlyTheOutfitMakesPaymentGateways() {
    assertThat(constructorsOf(type -> type.isAssignableTo(PaymentGateway.class)))
        .containsExactly("Outfit");
  }

  @Test
  void onlyTheRootMakesTheWriterOfTheBooks() {
    classes()
        .that()
        .haveFullyQualifiedName(DAEMON + "ledger.BooksWriter")
        .should()
        .onlyHaveDependentClassesThat(
            resideInAPackage("dev.purser.daemon").or(resideInAPackage("dev.purser.daemon.ledger")))
        .check(Built.CLASSES);
  }

  /** The pages ask the flow; they cannot reach the rail, the vendors or the books' writer. */
  @Test
  void pagesAndControlReachNoRailAndNoVendor() {
    classes()
        .that()
        .resideInAnyPackage(
            "dev.purser.daemon.owner..",
            "dev.purser.daemon.finance..",
            "dev.purser.daemon.control..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("dev.purser..", "com.stripe.."))
                .or(
                    resideInAnyPackage(
                        "dev.purser.agentapi",
                        "dev.purser.budgets",
                        "dev.purser.budgets.attention",
                        "dev.purser.daemon.agents",
                        "dev.purser.daemon.ap2",
                        "dev.purser.daemon.audit",
                        "dev.purser.daemon.carts",
                        "dev.purser.daemon.confirmation",
                        "dev.purser.daemon.control",
                        "dev.purser.daemon.finance",
                        "dev.purser.daemon.inspection",
                        "dev.purser.daemon.ledger",
                        "dev.purser.daemon.listeners",
                        "dev.purser.daemon.notices.words",
                        "dev.purser.daemon.orders",
                        "dev.purser.daemon.owner",
                        "dev.purser.daemon.owner.home",
                        "dev.purser.daemon.owner.session",
                        "dev.purser.daemon.owner.web",
                        "dev.purser.daemon.passkeys",
                        "dev.purser.daemon.policy",
                        "dev.purser.daemon.purchasing",
                        "dev.purser.daemon.seals",
                        "dev.purser.daemon.standing",
                        "dev.purser.budgets.standing")))
        .check(Built.CLASSES);
  }

  private static Set<String> packagesThatUse(String... packages) {
    return users(packages)
        .map(JavaClass::getPackageName)
        .map(DaemonRulesTest::brief)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> classesThatUse(String... packages) {
    return users(packages)
        .map(DaemonRulesTest::outermost)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> classesThatUse(Class<?> type) {
    return Built.CLASSES.stream()
        .filter(
            user ->
                user.getDirectDependenciesFromSelf().stream()
                    .anyMatch(each -> each.getTargetClass().isEquivalentTo(type)))
        .map(DaemonRulesTest::outermost)
        .filter(user -> !user.startsWith("seals."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JavaClass> users(String... packages) {
    DescribedPredicate<JavaClass> used = resideInAnyPackage(packages);
    return Built.CLASSES.stream()
        .filter(resideInAPackage("dev.purser.daemon.."))
        .filter(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> used.test(dependency.getTargetClass())));
  }

  private static Set<String> constructorsOf(java.util.function.Predicate<JavaClass> type) {
    return Built.CLASSES.stream()
        .flatMap(user -> user.getConstructorCallsFromSelf().stream())
        .filter(call -> type.test(call.getTargetOwner()))
        .map(JavaConstructorCall::getOriginOwner)
        .map(DaemonRulesTest::outermost)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> callersOf(Class<?> type, String method) {
    return callersOf(brief(type.getName()), method);
  }

  private static Set<String> callersOf(String type, String method) {
    return Built.CLASSES.stream()
        .flatMap(user -> user.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTarget().getName().equals(method))
        .filter(call -> brief(call.getTargetOwner().getName()).equals(type))
        .map(JavaMethodCall::getOriginOwner)
        .map(DaemonRulesTest::outermost)
        .filter(caller -> !caller.equals(type))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String outermost(JavaClass type) {
    return brief(type.getName().replaceAll("\\$.*", ""));
  }

  private static String brief(String name) {
    return name.equals("dev.purser.daemon") ? "" : name.replace(DAEMON, "");
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("dev.purser.daemon")
            ? SliceIdentifier.of(name)
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of the daemon";
      }
    };
  }
}
