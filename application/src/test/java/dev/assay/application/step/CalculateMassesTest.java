package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.MASSES;
import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.step.CalculateMasses.BodyMass;
import dev.assay.application.workflow.StepName;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.PortException;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalculateMassesTest {

  private static final URI TABLE = Tables.file("bodies.csv");

  private final World world = new World();

  private StepResult calculate() {
    return world.step(StepName.CALCULATE_MASSES, aRequest().run());
  }

  private List<BodyMass> kept() {
    List<BodyMass> masses = new ArrayList<>();
    SideTable.masses(world.store).read(aRequest().run().generation(), masses::add);
    return masses;
  }

  @Test
  void run_severalMeasurementsOfABody_areCombined() {
    StepResult result = calculate();

    CombinedMass juno =
        CombinedMass.of(
            List.of(new MassMeasurement(3.00e19, 5.97e17), new MassMeasurement(2.96e19, 2.98e18)));
    assertThat(kept()).contains(new BodyMass("3", juno));
    assertThat(result.sources().get(0).accepted()).isEqualTo(result.rows()).isEqualTo(46);
  }

  @Test
  void run_combination_reachesTheValuation() {
    world.upstream.publish(TABLE, Tables.csv(Tables.row("3", "5.12"), Tables.row("999", "15")));
    TestRequest request = aRequest().table(TABLE);

    world.load(request, world.parse(request));

    CatalogueEntry juno = world.entry("3");
    assertThat(juno.massSource()).isEqualTo("combined-measurements");
    assertThat(juno.massMeasurements()).isEqualTo(2);
    assertThat(juno.massKg()).isCloseTo(2.998e19, within(0.001e19));
    assertThat(world.entry("999").massMeasurements()).isNull();
  }

  @Test
  void run_linesThatCannotBeUsed_areCounted() {
    world.upstream.publish(MASSES, " 1 Ceres 9.4E+20 1E+18\n 2 Pallas no mass\n");

    assertThat(calculate().sources())
        .first()
        .extracting(SourceReport::read, SourceReport::accepted, SourceReport::rejected)
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void run_noMassAtAll_isRefused() {
    world.upstream.publish(MASSES, "no masses here\n");

    assertThatThrownBy(this::calculate).isInstanceOf(BadSourceException.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void run_tableMissing_isAFailure() {
    world.upstream.unreachable(MASSES);

    assertThatThrownBy(this::calculate).isInstanceOf(PortException.class);
  }
}
