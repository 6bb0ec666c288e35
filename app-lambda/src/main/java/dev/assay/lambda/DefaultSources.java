package dev.assay.lambda;

import java.net.URI;

/** Where a run takes its input from when it is not told otherwise. */
final class DefaultSources {

  static final URI SMALL_BODIES = URI.create("https://ssd-api.jpl.nasa.gov/sbdb_query.api");
  static final URI DELTA_V =
      URI.create("https://echo.jpl.nasa.gov/lance/delta_v.rendezvous.h.html");
  static final URI EXOPLANETS =
      URI.create(
          "https://exoplanetarchive.ipac.caltech.edu/TAP/sync?query=select+pl_name,hostname,"
              + "discoverymethod,disc_year,pl_orbper,pl_rade,pl_radeerr1,pl_radeerr2,pl_radelim,"
              + "pl_bmasse,pl_bmasseerr1,pl_bmasseerr2,pl_bmasselim,pl_bmassprov,sy_dist"
              + "+from+pscomppars&format=csv");
  static final URI MASSES = URI.create("bundled:masses.txt");

  private DefaultSources() {}
}
