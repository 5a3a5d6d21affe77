package dev.purser.daemon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds for all code of ours. */
class EverywhereRulesTest {
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private static final List<String> EMPTY_NAMES =
      List.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "service");

  /** 19.99 × 100 is not 1998: amounts are whole minor units, and nothing else needs a fraction. */
  @Test
  void nothingIsCountedInFloatingPoint() {
    assertThat(Built.CLASSES.stream().flatMap(EverywhereRulesTest::floating)).isEmpty();
  }

  @Test
  void everyPackageSaysThatItIsNullMarked() {
    Set<String> unmarked =
        Built.CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(held -> !held.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
  }

  /** A name that others gave to what we extend is not ours to choose. */
  @Test
  void nothingHasANameThatSaysNothing() {
    assertThat(
            Built.CLASSES.stream()
                .filter(
                    type ->
                        type.getRawSuperclass().stream()
                            .noneMatch(EverywhereRulesTest::saysNothing))
                .filter(EverywhereRulesTest::saysNothing)
                .map(JavaClass::getName))
        .isEmpty();
  }

  /**
   * Time comes through constructors, but for the one place that puts the daemon together, and the
   * command that starts none.
   */
  @Test
  void onlyTheRootAndTheDoctorAskTheMachineForTheTime() {
    Set<String> asking =
        Built.CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(
                call ->
                    call.getTarget().getFullName().matches("java\\.time\\.[A-Za-z]+\\.now\\(\\)")
                        || call.getTarget().getFullName().startsWith("java.time.Clock.system"))
            .map(call -> call.getOriginOwner().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asking)
        .containsExactly("dev.purser.daemon.PurserDaemon", "dev.purser.daemon.cli.DoctorCommand");
  }

  private static boolean saysNothing(JavaClass type) {
    return Stream.of(type.getName().split("[.$]|(?<=[a-z0-9])(?=[A-Z])"))
        .anyMatch(word -> EMPTY_NAMES.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static Stream<String> floating(JavaClass type) {
    Stream<String> fields =
        type.getFields().stream()
            .filter(EverywhereRulesTest::isFloating)
            .map(JavaField::getFullName);
    Stream<String> codeUnits =
        type.getCodeUnits().stream()
            .filter(EverywhereRulesTest::isFloating)
            .map(JavaCodeUnit::getFullName);
    return Stream.concat(fields, codeUnits);
  }

  private static boolean isFloating(JavaField field) {
    return isFloating(field.getRawType());
  }

  private static boolean isFloating(JavaCodeUnit codeUnit) {
    return isFloating(codeUnit.getRawReturnType())
        || codeUnit.getRawParameterTypes().stream().anyMatch(EverywhereRulesTest::isFloating);
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(type.getBaseComponentType().getName());
  }
}
