package dev.assay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.asterank.AsterankFigures;
import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.composition.Component;
import dev.assay.domain.composition.Composition;
import dev.assay.domain.composition.Compositions;
import dev.assay.domain.deltav.DeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.domain.mission.Mission;
import dev.assay.domain.mission.MissionModel;
import dev.assay.domain.size.Photometry;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.Accessibility;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.UnitValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples in docs/formulas come out as printed, to the last digit. */
class FormulaPagesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("assay.root", ".."), "docs", "formulas");
  private static final Pattern EXAMPLE =
      Pattern.compile("```example ([a-z-]+)\n(.*?)```", Pattern.DOTALL);
  private static final AssayTables TABLES = AssayTables.bundled();

  /** What computes the examples of each kind: names of results and their values. */
  private static final Map<String, Function<Given, Map<String, Double>>> FORMULAE =
      Map.ofEntries(
          Map.entry("delta-v", FormulaPagesTest::deltaV),
          Map.entry("accessibility", FormulaPagesTest::accessibility),
          Map.entry("diameter", FormulaPagesTest::diameter),
          Map.entry("mass-gm", FormulaPagesTest::massOfGm),
          Map.entry("mass-sphere", FormulaPagesTest::massOfSphere),
          Map.entry("mass-combined", FormulaPagesTest::combinedMass),
          Map.entry("class", FormulaPagesTest::spectralClass),
          Map.entry("near-earth-albedo", FormulaPagesTest::nearEarthAlbedo),
          Map.entry("composition", FormulaPagesTest::composition),
          Map.entry("unit-value", FormulaPagesTest::unitValue),
          Map.entry("mixture", FormulaPagesTest::mixture),
          Map.entry("mission", FormulaPagesTest::mission),
          Map.entry("asterank", FormulaPagesTest::asterank));

  /** The input of an example. */
  private record Given(Map<String, String> values) {
    String text(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }

    double number(String name) {
      return Double.parseDouble(text(name));
    }

    SpectralClass spectralClass() {
      return SpectralClass.ofCode(text("class")).orElseThrow();
    }
  }

  /** An example as printed. */
  private record Example(String page, String formula, Given given, Map<String, String> results) {
    static Example of(String page, String formula, String lines) {
      Map<String, String> given = new LinkedHashMap<>();
      Map<String, String> results = new LinkedHashMap<>();
      for (String line : lines.strip().split("\n", -1)) {
        boolean result = line.startsWith("-> ");
        String[] parts = (result ? line.substring(3) : line).split(" = ", 2);
        (result ? results : given).put(parts[0], parts[1].strip());
      }
      return new Example(page, formula, new Given(given), results);
    }

    @Override
    public String toString() {
      return page + ": " + formula + " " + given.values();
    }
  }

  private static List<Path> pages() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Example> examples(Path page) {
    try {
      Matcher match = EXAMPLE.matcher(Files.readString(page));
      return match
          .results()
          .map(m -> Example.of(page.getFileName().toString(), m.group(1), m.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Example> examples() {
    return pages().stream().flatMap(page -> examples(page).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_ofAnyPage_comesOutAsPrinted(Example example) {
    Function<Given, Map<String, Double>> formula = FORMULAE.get(example.formula());
    assertThat(formula).as("formula " + example.formula()).isNotNull();
    Map<String, Double> computed = formula.apply(example.given());

    assertThat(example.results()).isNotEmpty();
    example
        .results()
        .forEach(
            (name, printed) -> {
              BigDecimal number = new BigDecimal(printed);
              assertThat(computed.get(name))
                  .as(name)
                  .isCloseTo(number.doubleValue(), within(0.5000001 * number.ulp().doubleValue()));
            });
  }

  /** The page of exoplanets has examples of its own form, and a test of its own. */
  @ParameterizedTest
  @MethodSource("pages")
  void page_any_hasAnExampleAndIsListed(Path page) throws IOException {
    assertThat(examples(page).isEmpty()).isEqualTo(page.endsWith("exoplanets.md"));
    assertThat(Files.readString(FOLDER.resolve("README.md")))
        .contains("(" + page.getFileName() + ")");
  }

  @Test
  void formulae_all_areUsedByAPage() {
    assertThat(examples().map(Example::formula)).containsAll(FORMULAE.keySet());
  }

  private static Map<String, Double> deltaV(Given given) {
    var outcome =
        ShoemakerHelin.rendezvous(given.number("a"), given.number("e"), given.number("i"));
    return Map.of("dv", ((RendezvousDeltaV) outcome).deltaV().kmPerSecond());
  }

  private static Map<String, Double> accessibility(Given given) {
    return Map.of("A", Accessibility.of(new DeltaV(given.number("dv"))));
  }

  private static Map<String, Double> diameter(Given given) {
    LogNormal diameter =
        Photometry.diameter(
            given.number("H"),
            given.number("sigma_H"),
            LogNormal.ofMedian(given.number("p"), given.number("sigma_ln_p")));
    return Map.of("D", diameter.median(), "sigma_ln_D", diameter.sigmaLn());
  }

  private static Map<String, Double> massOfGm(Given given) {
    return Map.of("M", given.number("GM") / MassEstimator.GRAVITATIONAL_CONSTANT);
  }

  private static Map<String, Double> massOfSphere(Given given) {
    double km = given.number("D");
    double sigma = 3 * given.number("sigma_ln_D");
    LogNormal volume = LogNormal.ofMedian(Math.PI / 6 * 1e9 * km * km * km, sigma);
    LogNormal mass =
        volume.times(LogNormal.ofMedian(given.number("rho"), given.number("sigma_ln_rho")));
    return Map.of("M", mass.median(), "sigma_ln_M", mass.sigmaLn());
  }

  private static Map<String, Double> combinedMass(Given given) {
    CombinedMass mass =
        CombinedMass.of(
            List.of(
                new MassMeasurement(given.number("m1"), given.number("s1")),
                new MassMeasurement(given.number("m2"), given.number("s2"))));
    return Map.of("M", mass.kilograms(), "sigma", mass.sigmaKilograms());
  }

  private static Map<String, Double> spectralClass(Given given) {
    OrbitalElements orbit = OrbitalElements.of(given.number("a"), given.number("e"), 5);
    Classification classes =
        new Classifier(TABLES.albedos(), TABLES.zones(), TABLES.assumptions())
            .classify(SmallBody.builder("(2026 AA1)", orbit).albedo(given.number("p")).build());
    ClassWeights weights = classes.weights();
    return Map.of(
        "P(C)", weights.of(SpectralClass.C),
        "P(S)", weights.of(SpectralClass.S));
  }

  private static Map<String, Double> nearEarthAlbedo(Given given) {
    double f = given.number("f");
    assertThat(f).isEqualTo(TABLES.assumptions().nearEarthDarkShare());
    double mean = f * given.number("d") + (1 - f) * given.number("b");
    return Map.of("mean", Math.sqrt(Math.PI / 2) * mean);
  }

  private static Map<String, Double> composition(Given given) {
    Composition made = Compositions.bundled().of(given.spectralClass());
    double platinumGroup =
        Stream.of(
                Component.PLATINUM,
                Component.PALLADIUM,
                Component.RHODIUM,
                Component.RUTHENIUM,
                Component.IRIDIUM,
                Component.OSMIUM)
            .mapToDouble(metal -> made.of(metal).value())
            .sum();
    return Map.of("silicate", made.silicate(), "PGM_ppm", 1e6 * platinumGroup);
  }

  private static Map<String, Double> unitValue(Given given) {
    UnitValues values = new UnitValues(TABLES.compositions(), TABLES.prices());
    return Map.of("v", values.of(given.spectralClass()).median());
  }

  private static Map<String, Double> mixture(Given given) {
    List<SpectralClass> classes = List.of(SpectralClass.C, SpectralClass.S, SpectralClass.M);
    Map<SpectralClass, Double> weights = new LinkedHashMap<>();
    classes.forEach(c -> weights.put(c, given.number("P" + (classes.indexOf(c) + 1))));
    LogNormal matched =
        ClassMixture.of(
                ClassWeights.of(weights),
                c -> {
                  int k = classes.indexOf(c) + 1;
                  return LogNormal.ofMedian(given.number("median" + k), given.number("sigma" + k));
                })
            .matched();
    return Map.of("mu", matched.mu(), "sigma", matched.sigmaLn());
  }

  private static Map<String, Double> mission(Given given) {
    double a = given.number("a");
    RendezvousDeltaV reached =
        (RendezvousDeltaV) ShoemakerHelin.rendezvous(a, given.number("e"), given.number("i"));
    MissionModel model = new MissionModel(TABLES.mission(), TABLES.compositions(), TABLES.prices());
    double heavy = 1e15;
    Mission planned =
        (Mission) model.plan(reached, a, ClassWeights.certain(given.spectralClass()), heavy);
    return Map.of(
        "equipment", planned.equipmentKg(),
        "years", planned.years(),
        "payload", planned.payloadKg(),
        "NPV", planned.netPresentValueUsd());
  }

  private static Map<String, Double> asterank(Given given) {
    OrbitalElements orbit =
        OrbitalElements.of(given.number("a"), given.number("e"), given.number("i"));
    AsterankFigures figures =
        AsterankModel.withPublishedPrices()
            .figures(
                SmallBody.builder("(2026 AA1)", orbit)
                    .gravitationalParameter(given.number("GM"))
                    .smassType(given.text("spec"))
                    .build());
    return Map.of("price", figures.price(), "profit", figures.profit());
  }
}
