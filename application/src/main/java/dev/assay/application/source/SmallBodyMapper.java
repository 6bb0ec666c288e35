package dev.assay.application.source;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.Identity;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.ports.RowProblem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes bodies from rows. A row without a designation or an orbit is rejected; any other field that
 * cannot be used is unknown, and reported. Not thread-safe.
 */
public final class SmallBodyMapper {

  private static final Range MAGNITUDE = Range.from(-5, 50);
  private static final Range MAGNITUDE_SIGMA = Range.from(0, 20);
  private static final Range DIAMETER = Range.from(1e-6, 20_000);
  private static final Range DIAMETER_SIGMA = Range.from(0, 20_000);
  private static final Range ALBEDO = Range.from(1e-6, 1);
  private static final Range GM = Range.from(1e-30, 2000);
  private static final Range MOID = Range.from(0, Double.MAX_VALUE);
  private static final int CLASS_LENGTH = 3;
  private static final int LONGEST_TYPE = 32;

  private static final int MOST_CLASSES_KEPT = 100;

  private final RowFields fields;
  private final IdentityFields identities;
  private final OrbitFields orbits;
  private final Map<String, OrbitClass> orbitClasses = new HashMap<>();

  /** Nine of ten rows have the class of the row before: no text has to be made of it. */
  private @Nullable OrbitClass lastClass;

  private byte[] lastCode = {};

  /**
   * Makes a mapper.
   *
   * @param ignoredFields takes what was wrong with a field of a row that was accepted all the same
   */
  public SmallBodyMapper(Consumer<RowProblem> ignoredFields) {
    this.fields = new RowFields(ignoredFields);
    this.identities = new IdentityFields(fields);
    this.orbits = new OrbitFields(fields);
  }

  /**
   * Makes a body from a row.
   *
   * @param row the row
   * @return the body, or why there is none
   */
  public MappedRow map(SourceRow row) {
    if (row instanceof MalformedRow malformed) {
      return new MappedRow.Rejected(malformed.problem());
    }
    return map((TextRow) row);
  }

  private MappedRow map(TextRow row) {
    fields.begin();
    Identity identity = identities.read(row);
    OrbitalElements orbit = identity == null ? null : orbits.read(row);
    if (identity == null || orbit == null) {
      return new MappedRow.Rejected(fields.requireRejection());
    }
    SmallBody.Builder body = SmallBody.builder(identity, orbit);
    addOrbitClass(row, body);
    addFlags(row, body);
    addMagnitude(row, body);
    addDiameter(row, body);
    addNumbers(row, body);
    addTypes(row, body);
    fields.accept();
    return new MappedRow.Accepted(body.build());
  }

  private void addOrbitClass(TextRow row, SmallBody.Builder body) {
    if (lastClass != null && row.is(SmallBodyField.ORBIT_CLASS.ordinal(), lastCode)) {
      body.orbitClass(lastClass);
      return;
    }
    String code = row.get(SmallBodyField.ORBIT_CLASS);
    if (code == null) {
      return;
    }
    if (code.length() == CLASS_LENGTH) {
      lastClass = known(code);
      lastCode = code.getBytes(StandardCharsets.UTF_8);
      body.orbitClass(lastClass);
    } else {
      fields.ignore(row, SmallBodyField.ORBIT_CLASS, "is not a code of three characters");
    }
  }

  /** One object for all bodies of a class, and so one text in memory for its code. */
  private OrbitClass known(String code) {
    OrbitClass known = orbitClasses.get(code);
    if (known == null) {
      known = new OrbitClass(code);
      if (orbitClasses.size() < MOST_CLASSES_KEPT) {
        orbitClasses.put(code, known);
      }
    }
    return known;
  }

  private void addFlags(TextRow row, SmallBody.Builder body) {
    Boolean nearEarth = fields.flag(row, SmallBodyField.NEO);
    if (nearEarth != null) {
      body.nearEarth(nearEarth);
    }
    Boolean hazardous = fields.flag(row, SmallBodyField.PHA);
    if (hazardous != null) {
      body.potentiallyHazardous(hazardous);
    }
  }

  /** An error without the value it belongs to says nothing and is passed over. */
  private void addMagnitude(TextRow row, SmallBody.Builder body) {
    double magnitude = fields.number(row, SmallBodyField.H, MAGNITUDE);
    if (isKnown(magnitude)) {
      double sigma = fields.number(row, SmallBodyField.H_SIGMA, MAGNITUDE_SIGMA);
      body.absoluteMagnitude(new AbsoluteMagnitude(magnitude, orNull(sigma)));
    }
  }

  private void addDiameter(TextRow row, SmallBody.Builder body) {
    double diameter = fields.number(row, SmallBodyField.DIAMETER, DIAMETER);
    if (isKnown(diameter)) {
      double sigma = fields.number(row, SmallBodyField.DIAMETER_SIGMA, DIAMETER_SIGMA);
      body.diameter(new MeasuredDiameter(diameter, orNull(sigma)));
    }
  }

  private void addNumbers(TextRow row, SmallBody.Builder body) {
    double albedo = fields.number(row, SmallBodyField.ALBEDO, ALBEDO);
    if (isKnown(albedo)) {
      body.albedo(albedo);
    }
    double gm = fields.number(row, SmallBodyField.GM, GM);
    if (isKnown(gm)) {
      body.gravitationalParameter(gm);
    }
    double moid = fields.number(row, SmallBodyField.MOID, MOID);
    if (isKnown(moid)) {
      body.moid(moid);
    }
  }

  private static boolean isKnown(double number) {
    return !Double.isNaN(number);
  }

  private static @Nullable Double orNull(double number) {
    return isKnown(number) ? number : null;
  }

  private void addTypes(TextRow row, SmallBody.Builder body) {
    String smass = fields.text(row, SmallBodyField.SPEC_B, LONGEST_TYPE);
    if (smass != null) {
      body.smassType(smass);
    }
    String tholen = fields.text(row, SmallBodyField.SPEC_T, LONGEST_TYPE);
    if (tholen != null) {
      body.tholenType(tholen);
    }
  }
}
