package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.DeltaVEntry;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.PortException;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadDeltaVTest {

  private static final URI LIST = URI.create("https://example.org/delta-v.html");
  private static final URI FILE = Tables.file("delta-v.html");

  private final World world = new World();

  private StepResult download(URI source) {
    return world.step(StepName.DOWNLOAD_DELTA_V, aRequest().deltaV(source).run());
  }

  private List<DeltaVEntry> kept() {
    List<DeltaVEntry> entries = new ArrayList<>();
    SideTable.deltaV(world.store).read(aRequest().run().generation(), entries::add);
    return entries;
  }

  @Test
  void run_list_isKeptAndCounted() {
    world.upstream.publish(LIST, Sample.text("delta-v.html"));

    StepResult result = download(LIST);

    assertThat(result.sources())
        .containsExactly(new SourceReport(LIST.toString(), 40, 40, 0, 0, 0, List.of()));
    assertThat(result.rows()).isEqualTo(40);
    assertThat(result.warnings()).isEmpty();
    assertThat(kept())
        .hasSize(40)
        .filteredOn(entry -> "Didymos".equals(entry.name()))
        .singleElement()
        .satisfies(didymos -> assertThat(didymos.number()).isEqualTo("65803"));
  }

  @Test
  void run_rejectedRows_areCountedWithTheirReason() {
    world.upstream.publish(LIST, Sample.text("delta-v.html").replace("1.458  0.223", "1.458  x"));

    SourceReport report = download(LIST).sources().get(0);

    assertThat(report.accepted()).isEqualTo(39);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.problems()).hasSize(1);
  }

  @Test
  void run_rowThatContradictsItsElements_isAWarning() {
    world.upstream.publish(
        LIST, Sample.text("delta-v.html").replace("1.458  0.223", "1.458  0.323"));

    assertThat(download(LIST).warnings())
        .containsExactly("1 of 40 rows of the delta-v list do not follow from their own elements");
  }

  @Test
  void run_unreachable_isAWarning() {
    world.upstream.unreachable(LIST);

    StepResult result = download(LIST);

    assertThat(result.sources()).isEmpty();
    assertThat(result.warnings())
        .containsExactly(
            "no delta-v list: https://example.org/delta-v.html could not be reached; and no earlier"
                + " run left any");
    assertThat(kept()).isEmpty();
  }

  @Test
  void run_goneForGood_isAWarning() {
    assertThat(download(LIST).warnings()).singleElement().asString().contains("does not exist");
  }

  @Test
  void run_offlineWithoutACopy_isAWarning() {
    StepResult result =
        world.step(StepName.DOWNLOAD_DELTA_V, aRequest().deltaV(LIST).offline().run());

    assertThat(result.warnings()).singleElement().asString().contains("was never downloaded");
  }

  @Test
  void run_anotherPage_isRefusedAndNotKept() {
    world.upstream.publish(LIST, "<html><title>Moved</title></html>", "\"1\"");

    assertThatThrownBy(() -> download(LIST))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("Moved");
    assertThat(world.store.list("")).isEmpty();
  }

  @Test
  void run_namedFileMissing_isAFailure() {
    assertThatThrownBy(() -> download(FILE))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void run_noneNamed_isAWarning() {
    assertThat(world.step(StepName.DOWNLOAD_DELTA_V, aRequest().run()).warnings())
        .containsExactly("no delta-v list to check against: none was named");
  }
}
