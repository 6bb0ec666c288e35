package dev.assay.application.source;

import dev.assay.domain.body.Designation;
import dev.assay.domain.body.Identity;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.ports.SourceReport;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Published mass measurements, one a line: name, kilograms, one standard deviation (the list of
 * Carry 2012, Planet. Space Sci. 73, 98). Names may hold blanks, so lines are read from the right.
 * A line that does not say which body it is about is rejected, never attached to its neighbour.
 *
 * @param measurements by primary designation, in the order of the list
 * @param report what became of the lines
 */
public record MassTable(Map<Designation, List<MassMeasurement>> measurements, SourceReport report) {

  private static final int MOST_ROWS = 1_000_000;
  private static final int NUMBERS = 2;

  /** A boulder and ten Earths; numbers outside are no masses: this is another kind of table. */
  private static final Range KILOGRAMS = Range.from(1e6, 6e25);

  private static final Range SIGMA_KILOGRAMS = Range.from(1, 6e26);

  /** Makes the map unmodifiable. */
  public MassTable {
    measurements = Collections.unmodifiableMap(measurements);
  }

  /**
   * Reads a table.
   *
   * @param in its bytes, plain or gzipped; left open
   * @param sourceName its name for messages, as the user gave it
   * @return the measurements
   * @throws BadSourceException if no line holds a measurement, or the text is of another kind
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  public static MassTable read(InputStream in, String sourceName) {
    SourceStream stream = SourceStream.open(in, sourceName).requireKind(SourceStream.Kind.TEXT);
    LineReader lines =
        new LineReader(
            new InputStreamReader(stream.content(), StandardCharsets.UTF_8.newDecoder()),
            sourceName);
    LineCounter counter = new LineCounter(sourceName, MOST_ROWS);
    Map<Designation, List<MassMeasurement>> measurements = new LinkedHashMap<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      counter.next(line);
      readLine(line, measurements, counter);
    }
    return new MassTable(
        measurements, counter.requireSome("a mass measurement (name, kilograms, sigma)"));
  }

  private static void readLine(
      String line, Map<Designation, List<MassMeasurement>> measurements, LineCounter counter) {
    String[] words = words(line);
    if (words.length <= NUMBERS) {
      counter.reject("names no body");
      return;
    }
    MassMeasurement measurement = measurement(words, counter);
    Designation body = measurement == null ? null : body(words, counter);
    if (measurement != null && body != null) {
      measurements.computeIfAbsent(body, key -> new ArrayList<>()).add(measurement);
      counter.accept();
    }
  }

  private static String[] words(String line) {
    String clean = Cells.clean(line);
    return clean == null ? new String[0] : clean.split(" +");
  }

  private static @Nullable MassMeasurement measurement(String[] words, LineCounter counter) {
    OptionalDouble mass = StrictNumber.parse(words[words.length - 2]);
    OptionalDouble sigma = StrictNumber.parse(words[words.length - 1]);
    if (mass.isEmpty() || sigma.isEmpty() || !SIGMA_KILOGRAMS.contains(sigma.getAsDouble())) {
      counter.reject("does not end with mass and sigma, two positive numbers");
      return null;
    }
    if (!KILOGRAMS.contains(mass.getAsDouble())) {
      counter.reject("has no mass of a small body in kilograms");
      return null;
    }
    return new MassMeasurement(mass.getAsDouble(), sigma.getAsDouble());
  }

  private static @Nullable Designation body(String[] words, LineCounter counter) {
    String name = String.join(" ", List.of(words).subList(0, words.length - NUMBERS));
    try {
      return Identity.ofFullName(name).designation();
    } catch (IllegalArgumentException unusable) {
      counter.reject("names no body");
      return null;
    }
  }
}
