package dev.assay.domain.mission;

import dev.assay.domain.composition.Compositions;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.SpectralClass;

/** Missions for tests: the bundled one, with single parameters changed as a user would. */
final class Missions {

  static final MissionModel BUNDLED = with("");

  /** Heavy enough that mining never finds its end. */
  static final double HEAVY = 1e15;

  private Missions() {}

  /** The bundled mission with rows such as "discount_rate,0;stay_years,2". */
  static MissionModel with(String changes) {
    return new MissionModel(parameters(changes), Compositions.bundled(), PriceList.bundled());
  }

  static MissionParameters parameters(String changes) {
    if (changes.isEmpty()) {
      return MissionParameters.bundled();
    }
    StringBuilder table = new StringBuilder("name,value,source\n");
    for (String row : changes.split(";")) {
      table.append(row).append(",test\n");
    }
    return MissionParameters.parse("changes", table.toString());
  }

  static RendezvousDeltaV reach(double a, double e, double inclinationDeg) {
    if (ShoemakerHelin.rendezvous(a, e, inclinationDeg) instanceof RendezvousDeltaV reached) {
      return reached;
    }
    throw new AssertionError("no delta-v for " + a + " " + e + " " + inclinationDeg);
  }

  static ClassWeights certain(String code) {
    return ClassWeights.certain(SpectralClass.ofCode(code).orElseThrow());
  }

  static MissionOutcome plan(MissionModel model, double a, double e, double i, String code) {
    return model.plan(reach(a, e, i), a, certain(code), HEAVY);
  }

  static Mission mission(MissionModel model, double a, double e, double i, String code) {
    if (plan(model, a, e, i, code) instanceof Mission mission) {
      return mission;
    }
    throw new AssertionError("no mission");
  }

  static Mission ryugu(MissionModel model) {
    return mission(model, 1.190, 0.190, 5.9, "C");
  }
}
