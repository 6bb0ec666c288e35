package dev.assay.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.domain.cyclea.First;
import dev.assay.domain.cycleb.Second;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The domain is pure: no I/O, no clock, no chance, no state. Each rule is shown to bite. */
class DomainArchitectureTest {

  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("dev.assay.domain");

  /** An allow-list: a misspelt name here fails the build instead of passing for ever. */
  private static final ArchRule ONLY_THE_CORE_OF_JAVA =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.assay.domain..",
                      "java.lang..",
                      "java.util",
                      "java.util.function",
                      "java.util.concurrent",
                      "java.util.stream",
                      "java.util.regex",
                      "java.time",
                      "java.time.format",
                      "org.apache.commons.math3..",
                      "org.jspecify.annotations")
                  .or(resideInAnyPackage("java.io", "java.nio.charset"))
                  .or(describe("primitives", JavaClass::isPrimitive))
                  .or(describe("arrays", JavaClass::isArray)))
          .because("the domain must run anywhere, embedded too");

  private static final ArchRule FILES_ONLY_IN_TABLE =
      noClasses()
          .that(are(resideOutsideOfPackages("dev.assay.domain.table")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio.."))
          .because("only the bundled tables are read");

  private static final Set<String> HIDDEN_INPUT_CLASSES =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.UUID",
          "java.util.Timer",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.lang.ThreadLocal",
          "java.lang.ProcessHandle");

  private static final Map<String, Set<String>> HIDDEN_INPUT_METHODS =
      Map.of(
          "java.lang.System",
          Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "setProperty"),
          "java.lang.Math",
          Set.of("random"),
          "java.util.Locale",
          Set.of("getDefault", "setDefault"),
          "java.util.Collections",
          Set.of("shuffle"));

  private static final ArchRule NO_HIDDEN_INPUT =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe("chance or clock", c -> HIDDEN_INPUT_CLASSES.contains(c.getFullName())))
          .orShould()
          .accessTargetWhere(describe("hidden input", DomainArchitectureTest::readsHiddenInput))
          .because("the same body always has the same valuation");

  private static boolean readsHiddenInput(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getFullName();
    if (owner.startsWith("java.time.") && target.getName().equals("now")) {
      return true;
    }
    if (owner.equals("java.lang.String") && target instanceof AccessTarget.MethodCallTarget call) {
      return dependsOnLocale(call);
    }
    return HIDDEN_INPUT_METHODS.getOrDefault(owner, Set.of()).contains(target.getName());
  }

  /** Case and formatting without a locale follow that of the machine: "TITAN" in Turkey. */
  private static boolean dependsOnLocale(AccessTarget.MethodCallTarget call) {
    List<String> parameters =
        call.getRawParameterTypes().stream().map(JavaClass::getFullName).toList();
    boolean formats = Set.of("format", "formatted").contains(call.getName());
    boolean changesCase = Set.of("toLowerCase", "toUpperCase").contains(call.getName());
    return (formats || changesCase) && !parameters.contains(Locale.class.getName());
  }

  private static final DescribedPredicate<JavaField> MUTABLE_CONTAINER =
      describe(
          "of a mutable container type",
          field ->
              isConcreteCollection(field.getRawType())
                  || field.getRawType().isAssignableTo(StringBuilder.class)
                  || field.getRawType().getFullName().startsWith("java.util.concurrent"));

  private static boolean isConcreteCollection(JavaClass type) {
    return !type.isInterface()
        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
  }

  private static final DescribedPredicate<JavaField> OPEN_ARRAY =
      describe(
          "arrays that others can write to",
          field ->
              field.getRawType().isArray()
                  && !field.getModifiers().contains(JavaModifier.PRIVATE)
                  && !field.getModifiers().contains(JavaModifier.SYNTHETIC));

  private static final ArchRule STATIC_FIELDS_ARE_FINAL =
      fields().that().areStatic().should().beFinal().because("static state is shared state");

  private static final ArchRule STATIC_FIELDS_ARE_CONSTANT =
      noFields()
          .that()
          .areStatic()
          .should(be(MUTABLE_CONTAINER.or(OPEN_ARRAY)))
          .because("no static field may hold what changes");

  private static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.assay.domain.(*)..").should().beFreeOfCycles();

  @Test
  void domain_allClasses_areImported() {
    assertThat(DOMAIN).hasSizeGreaterThan(50);
  }

  @Test
  void domain_dependencies_areOnTheAllowList() {
    ONLY_THE_CORE_OF_JAVA.check(DOMAIN);
    FILES_ONLY_IN_TABLE.check(DOMAIN);
  }

  @Test
  void domain_clockChanceAndEnvironment_areNotRead() {
    NO_HIDDEN_INPUT.check(DOMAIN);
  }

  @Test
  void domain_staticFields_areConstants() {
    STATIC_FIELDS_ARE_FINAL.check(DOMAIN);
    STATIC_FIELDS_ARE_CONSTANT.check(DOMAIN);
  }

  @Test
  void domain_packages_haveNoCycles() {
    NO_PACKAGE_CYCLES.check(DOMAIN);
  }

  @Test
  void rules_violatingClasses_areFound() {
    assertThat(violates(ONLY_THE_CORE_OF_JAVA, KnowsTheNetwork.class)).isTrue();
    assertThat(violates(FILES_ONLY_IN_TABLE, ReadsFiles.class)).isTrue();
    assertThat(violates(STATIC_FIELDS_ARE_FINAL, Counts.class)).isTrue();
    assertThat(violates(STATIC_FIELDS_ARE_CONSTANT, Remembers.class)).isTrue();
    assertThat(violates(STATIC_FIELDS_ARE_CONSTANT, LetsOthersWrite.class)).isTrue();
    assertThat(violates(NO_PACKAGE_CYCLES, First.class, Second.class)).isTrue();
    assertThat(violates(NO_PACKAGE_CYCLES, First.class)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadsTheClock.class,
        ReadsTheDate.class,
        ReadsSystemTime.class,
        ReadsTheEnvironment.class,
        Gambles.class,
        Draws.class,
        SpeaksTheMachinesLanguage.class,
        FormatsInTheMachinesLanguage.class,
      })
  void noHiddenInput_violatingClass_isFound(Class<?> violating) {
    assertThat(violates(NO_HIDDEN_INPUT, violating)).isTrue();
  }

  private static boolean violates(ArchRule rule, Class<?>... classes) {
    return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
  }

  record KnowsTheNetwork(URI address) {}

  record ReadsFiles(InputStream in) {}

  static final class Counts {
    static int count;
  }

  static final class Remembers {
    static final ArrayList<String> SEEN = new ArrayList<>();
  }

  static final class LetsOthersWrite {
    static final double[] NUMBERS = {1};
  }

  static final class ReadsTheClock {
    Instant read() {
      return Instant.now();
    }
  }

  static final class ReadsTheDate {
    LocalDate read() {
      return LocalDate.now(ZoneOffset.UTC);
    }
  }

  static final class ReadsSystemTime {
    long read() {
      return System.nanoTime();
    }
  }

  static final class ReadsTheEnvironment {
    String read() {
      return String.valueOf(System.getenv("HOME"));
    }
  }

  static final class Gambles {
    double play() {
      return Math.random();
    }
  }

  static final class Draws {
    double draw(Random random) {
      return random.nextDouble();
    }
  }

  static final class SpeaksTheMachinesLanguage {
    @SuppressWarnings("StringCaseLocaleUsage") // what the rule must find
    String shout(String text) {
      return text.toUpperCase();
    }
  }

  static final class FormatsInTheMachinesLanguage {
    String print(double value) {
      return String.format("%.1f", value);
    }
  }
}
