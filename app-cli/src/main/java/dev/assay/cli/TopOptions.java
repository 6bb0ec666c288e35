package dev.assay.cli;

import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code assay top} ranks by and what it leaves out. */
final class TopOptions {

  /** The names of the rankings, for completion and error messages. */
  static final class Rankings extends ArrayList<String> {
    Rankings() {
      super(Arrays.stream(Ranking.values()).map(Ranking::code).toList());
    }
  }

  @Option(
      names = "--by",
      paramLabel = "RANKING",
      defaultValue = "value",
      completionCandidates = Rankings.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String by = "value";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = "--class",
      paramLabel = "CODE",
      split = ",",
      description = "Only these orbit classes, such as APO,AMO.")
  private List<String> orbitClasses = new ArrayList<>();

  @Option(names = "--neo", description = "Only near-Earth bodies.")
  private boolean nearEarth;

  @Option(
      names = "--max-delta-v",
      paramLabel = "KM_S",
      description = "Only bodies within this rendezvous delta-v (km/s).")
  private @Nullable Double maxDeltaV;

  @Option(
      names = "--spectral-type",
      paramLabel = "CLASS",
      description = "Only bodies whose most likely class is this, such as C or Sq.")
  private @Nullable String spectralType;

  TopQuery query(CommandSpec spec) {
    if (limit < 1 || limit > 100_000) {
      throw AssayCommand.wrong(spec, "--limit must be 1 to 100000, was " + limit);
    }
    if (maxDeltaV != null && !(maxDeltaV > 0)) {
      throw AssayCommand.wrong(spec, "--max-delta-v must be above 0, was " + maxDeltaV);
    }
    if (spectralType != null && SpectralClass.ofCode(spectralType).isEmpty()) {
      throw AssayCommand.wrong(
          spec,
          "--spectral-type '"
              + spectralType
              + "' is not a class; one of "
              + SpectralClass.all().stream()
                  .map(SpectralClass::code)
                  .collect(Collectors.joining(", ")));
    }
    return new TopQuery(
        ranking(spec), limit, Set.copyOf(orbitClasses), nearEarth, maxDeltaV, spectralType);
  }

  private Ranking ranking(CommandSpec spec) {
    String wanted = by.toLowerCase(Locale.ROOT);
    return Arrays.stream(Ranking.values())
        .filter(ranking -> ranking.code().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                AssayCommand.wrong(
                    spec,
                    "--by '"
                        + by
                        + "' is not a ranking; one of "
                        + String.join(", ", new Rankings())));
  }
}
