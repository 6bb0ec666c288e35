package dev.assay.lambda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the Lambda assembly may depend on, and who in it may know AWS. */
@AnalyzeClasses(packages = "dev.assay", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

  /** Leaves out tests and the test kits of other modules. */
  static final class MainCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("test-classes") && !location.contains("-tests.jar");
    }
  }

  private static final String[] JAVA = {"java..", "org.jspecify.annotations.."};

  @ArchTest
  static final ArchRule LAMBDA =
      classes()
          .that()
          .resideInAPackage("dev.assay.lambda..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.assay.lambda..",
                      "dev.assay.domain..",
                      "dev.assay.ports..",
                      "dev.assay.application..",
                      "dev.assay.aws..",
                      "dev.assay.http..",
                      "com.amazonaws.services.lambda.runtime..",
                      "com.fasterxml.jackson..")
                  .or(resideInAnyPackage(JAVA)));

  /** The adapters are put together in two places; nobody else knows what is behind a port. */
  @ArchTest
  static final ArchRule ADAPTERS_ARE_MADE_IN_ONE_PLACE =
      classes()
          .that()
          .resideInAPackage("dev.assay.aws..")
          .or()
          .resideInAPackage("dev.assay.http..")
          .should()
          .onlyHaveDependentClassesThat(
              resideInAnyPackage("dev.assay.aws..", "dev.assay.http..")
                  .or(simpleName("AwsPorts"))
                  .or(simpleName("WriteAssembly"))
                  .or(simpleName("BatchWriting"))
                  .or(simpleName("Redelivery")));

  /** Nothing of AWS leaks inward. */
  @ArchTest
  static final ArchRule INNER_MODULES =
      classes()
          .that()
          .resideInAnyPackage("dev.assay.domain..", "dev.assay.ports..", "dev.assay.application..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.assay.domain..",
                      "dev.assay.ports..",
                      "dev.assay.application..",
                      "org.apache.commons.math3..",
                      "com.fasterxml.jackson..",
                      "ch.randelshofer.fastdoubleparser..",
                      "de.siegmar.fastcsv..",
                      "org.jsoup..")
                  .or(resideInAnyPackage(JAVA)));

  @ArchTest
  static final ArchRule HANDLERS =
      classes()
          .that()
          .haveSimpleNameEndingWith("Handler")
          .and()
          .resideInAPackage("dev.assay.lambda..")
          .should()
          .implement(RequestStreamHandler.class)
          .andShould()
          .bePublic();
}
