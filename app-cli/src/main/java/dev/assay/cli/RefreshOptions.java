package dev.assay.cli;

import dev.assay.application.refresh.SmallBodySource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a refresh takes its input from, and how it values. */
final class RefreshOptions {

  static final String LIVE_SMALL_BODIES = "https://ssd-api.jpl.nasa.gov/sbdb_query.api";
  static final String LIVE_DELTA_V = "https://echo.jpl.nasa.gov/lance/delta_v.rendezvous.h.html";
  static final String LIVE_EXOPLANETS =
      "https://exoplanetarchive.ipac.caltech.edu/TAP/sync?query=select+pl_name,hostname,"
          + "discoverymethod,disc_year,pl_orbper,pl_rade,pl_radeerr1,pl_radeerr2,pl_radelim,"
          + "pl_bmasse,pl_bmasseerr1,pl_bmasseerr2,pl_bmasselim,pl_bmassprov,sy_dist"
          + "+from+pscomppars&format=csv";

  /** What asks to do without a side source; a file of that name is "./none". */
  private static final String NONE = "none";

  static final String BUNDLED_MASSES = BundledDownloader.SCHEME + ":masses.txt";

  @Option(
      names = "--small-bodies",
      paramLabel = "LOC",
      description = {
        "Small bodies: https: or file: URL, path, or directory of pages.",
        "May be repeated; of two rows about one body the later stays.",
        "Default: JPL's SBDB Query API."
      })
  private List<String> smallBodies = new ArrayList<>();

  @Option(
      names = "--delta-v",
      paramLabel = "LOC",
      description = {
        "Published delta-v list to check against (default: Benner's page at JPL).",
        "none: load no list.",
        "A file of that name: ./none"
      })
  private @Nullable String deltaV;

  @Option(
      names = "--masses",
      paramLabel = "LOC",
      description = {
        "Published masses (default: the table that comes with Assay).",
        "none: load no masses.",
        "A file of that name: ./none"
      })
  private @Nullable String masses;

  @Option(
      names = "--exoplanets",
      paramLabel = "LOC",
      description = {
        "Planets of other stars (default: NASA Exoplanet Archive).",
        "none: load no planets.",
        "A file of that name: ./none"
      })
  private @Nullable String exoplanets;

  @Mixin private TableOptions tables = new TableOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "assay",
      description = "assay, or asterank (reproduces its errors) (default: ${DEFAULT-VALUE}).")
  private String model = "assay";

  @Option(
      names = "--offline",
      description = "Use only files, and copies of what was downloaded before.")
  private boolean offline;

  @Option(
      names = "--full",
      description = {
        "Write every body, also those that are as they were in the catalogue.",
        "Otherwise only what changed is written where that can be told."
      })
  private boolean full;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      defaultValue = "${env:ASSAY_CONTACT:-https://assay.dev}",
      description = {
        "Your e-mail address or web page, sent to the sources as they ask",
        "(default: $ASSAY_CONTACT, else the project's page)."
      })
  private String contact = "https://assay.dev";

  List<SmallBodySource> smallBodies() {
    List<String> asked = smallBodies.isEmpty() ? List.of(LIVE_SMALL_BODIES) : smallBodies;
    return asked.stream().map(Locations::smallBodies).toList();
  }

  /** Null to do without. */
  @Nullable URI deltaV() {
    return sideSource(deltaV, LIVE_DELTA_V);
  }

  /** Null to do without. */
  @Nullable URI masses() {
    return sideSource(masses, BUNDLED_MASSES);
  }

  /** Null to do without. */
  @Nullable URI exoplanets() {
    return sideSource(exoplanets, LIVE_EXOPLANETS);
  }

  private static @Nullable URI sideSource(@Nullable String given, String standard) {
    if (NONE.equals(given)) {
      return null;
    }
    return Locations.single(given == null ? standard : given);
  }

  TableOptions tables() {
    return tables;
  }

  String model() {
    return model;
  }

  boolean offline() {
    return offline;
  }

  boolean full() {
    return full;
  }

  String contact() {
    return contact;
  }
}
