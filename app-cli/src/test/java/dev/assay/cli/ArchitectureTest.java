package dev.assay.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The hexagon, as allow-lists: what each module may depend on, and nothing else. A list that allows
 * cannot be defeated by a misspelt package, as one that forbids can.
 */
@AnalyzeClasses(packages = "dev.assay", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

  /** Leaves out tests and the test kits of other modules. */
  static final class MainCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("test-classes") && !location.contains("-tests.jar");
    }
  }

  @ArchTest static final ArchRule DOMAIN = only("domain", "org.apache.commons.math3..");

  @ArchTest static final ArchRule PORTS = only("ports", "dev.assay.domain..");

  @ArchTest
  static final ArchRule APPLICATION =
      only(
          "application",
          "dev.assay.domain..",
          "dev.assay.ports..",
          "ch.randelshofer.fastdoubleparser..",
          "com.fasterxml.jackson..",
          "de.siegmar.fastcsv..",
          "org.jsoup..");

  @ArchTest
  static final ArchRule HTTP =
      only(
          "http",
          "dev.assay.domain..",
          "dev.assay.ports..",
          "dev.failsafe..",
          "java.net..",
          "javax.net.ssl..");

  @ArchTest
  static final ArchRule LOCAL =
      only(
          "local",
          "dev.assay.domain..",
          "dev.assay.ports..",
          "dev.assay.application..",
          "com.fasterxml.jackson.core..",
          "java.sql..",
          "org.duckdb..");

  @ArchTest
  static final ArchRule AWS =
      only(
          "aws",
          "dev.assay.domain..",
          "dev.assay.ports..",
          "dev.assay.application..",
          "software.amazon.awssdk..",
          "java.text..");

  @ArchTest
  static final ArchRule CLI =
      only(
          "cli",
          "dev.assay..",
          "picocli..",
          "me.tongfei.progressbar..",
          "com.fasterxml.jackson.core..",
          "de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("dev.assay.(*)..").should().beFreeOfCycles();

  private static ArchRule only(String module, String... allowed) {
    String own = "dev.assay." + module + "..";
    return classes()
        .that()
        .resideInAnyPackage(own)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(own)
                .or(resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.io.."))
                .or(
                    resideInAnyPackage(
                        "java.nio..", "java.math..", "java.net..", "java.security.."))
                .or(resideInAnyPackage("org.jspecify.annotations.."))
                .or(resideInAnyPackage(allowed)));
  }
}
