package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.SourceReport;
import dev.assay.ports.memory.InMemoryCatalogue;
import dev.assay.ports.memory.InMemoryObjectStore;
import dev.assay.ports.memory.InMemoryRunLedger;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyTest {

  private static final GenerationId RUN = aRequest().build().generation();

  private final Catalogue catalogue = new InMemoryCatalogue();
  private final RunLedger ledger = new InMemoryRunLedger();
  private final ObjectStore store = new InMemoryObjectStore();

  VerifyTest() {
    fill();
  }

  private void fill() {
    catalogue.create(RUN);
    write(Entries.batch(RUN, 0, body("1").row(0, 1), body("2").row(0, 2)));
    write(Entries.batch(RUN, 1, body("2").row(1, 1), body("3").row(1, 2), body("1").row(1, 3)));
  }

  private static Entries body(String designation) {
    return anEntry().withDesignation(designation);
  }

  private void write(BodyBatch batch) {
    ledger.expect(RUN, batch.chunk(), batch.rows().size());
    new WriteBatch(catalogue, ledger).write(batch);
  }

  private static SourceReport parsed(String source, long accepted, long rejected) {
    return new SourceReport(source, accepted + rejected, accepted, rejected, 0, 0, List.of());
  }

  private StepResult verify(SourceReport... parsed) {
    StepResult result = new StepResult(5, List.of(parsed), List.of());
    return new Verify(catalogue, ledger, store).run(aRequest().runToVerify(result));
  }

  private StepResult verify() {
    return verify(parsed("first", 2, 1), parsed("second", 3, 0));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::verify)
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessageStartingWith("the counts do not agree: " + message);
  }

  @Test
  void run_countsAgree_foldsSupersededRowsIntoTheReports() {
    StepResult result = verify();

    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.sources())
        .containsExactly(
            new SourceReport("first", 3, 0, 1, 2, 0, List.of()),
            new SourceReport("second", 3, 3, 0, 0, 0, List.of()));
  }

  @Test
  void run_again_isTheSame() {
    assertThat(verify()).isEqualTo(verify());
  }

  @Test
  void run_chunkNotWritten_isRefused() {
    ledger.expect(RUN, 2, 4);

    assertRefused("the ledger is not complete");
  }

  @Test
  void run_otherNumberAcceptedThanWritten_isRefused() {
    ledger.expect(RUN, 2, 1);
    ledger.written(RUN, 2, 1);

    assertRefused("6 rows were written, but 5 were accepted");
  }

  @Test
  void run_catalogueLostRows_isRefused() {
    catalogue.create(RUN);
    catalogue.put(Entries.batch(RUN, 0, body("1").row(0, 1), body("2").row(0, 2)));

    assertRefused("the catalogue holds 2 bodies and 0 gave way to later rows, but 5");
  }

  @Test
  void run_catalogueHoldsMore_isRefused() {
    catalogue.put(Entries.batch(RUN, 7, body("77").row(1, 9)));

    assertRefused("the catalogue holds 4 bodies");
  }

  @Test
  void run_parsingWithoutTables_isRefused() {
    assertThatThrownBy(() -> verify(new SourceReport[0]))
        .hasMessageContaining("but 0 were accepted");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CREATE_TABLE",
        "DOWNLOAD_DELTA_V",
        "DOWNLOAD_EXOPLANETS",
        "CALCULATE_MASSES",
        "GET_LATEST_ASTEROIDS",
        "COMPLETE_PARSING",
        "AWAIT_WRITES"
      })
  void run_stepWithoutResult_isRefused(StepName step) {
    Map<StepName, StepResult> results = new EnumMap<>(run().results());
    results.remove(step);

    assertThatThrownBy(() -> new Verify(catalogue, ledger, store).run(aRequest().run(results)))
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessage("the step " + step.title() + " left no result; refresh again");
  }

  /** Another generation is active, and the one to be verified was filled after it. */
  private void fillAfterAnother(int bodies) {
    GenerationId before = new GenerationId("run-0");
    catalogue.create(before);
    for (int n = 1; n <= bodies; n++) {
      catalogue.put(Entries.batch(before, n, body("" + n).row(0, n)));
    }
    catalogue.seal(before);
    catalogue.activate(before);
    fill();
  }

  @Test
  void run_fewerBodiesThanTheActiveGeneration_isAWarning() {
    fillAfterAnother(5);

    assertThat(verify().warnings())
        .containsExactly("2 bodies fewer than in generation run-0: 3 instead of 5");
  }

  @Test
  void run_asManyBodiesAsTheActiveGeneration_isNoWarning() {
    fillAfterAnother(3);

    assertThat(verify().warnings()).isEmpty();
  }

  @Test
  void run_activeGenerationDamaged_isAWarningAndNoFailure() {
    Catalogue damaged = unreadable(PortException.permanent("run-0.db is damaged"));

    assertThat(new Verify(damaged, ledger, store).run(run()).warnings())
        .containsExactly("not compared with the active generation: run-0.db is damaged");
  }

  @Test
  void run_activeGenerationNotReadableNow_isTriedAgain() {
    PortException busy = PortException.temporary("too many requests");

    assertThatThrownBy(() -> new Verify(unreadable(busy), ledger, store).run(run())).isSameAs(busy);
  }

  private static RefreshRun run() {
    return aRequest()
        .runToVerify(
            new StepResult(5, List.of(parsed("first", 2, 1), parsed("second", 3, 0)), List.of()));
  }

  /** The catalogue, but the active generation cannot be read. */
  private Catalogue unreadable(PortException trouble) {
    return (Catalogue)
        Proxy.newProxyInstance(
            Catalogue.class.getClassLoader(),
            new Class<?>[] {Catalogue.class},
            (self, method, arguments) -> {
              if (method.getName().equals("read")) {
                throw trouble;
              }
              return method.invoke(catalogue, arguments);
            });
  }

  @Test
  void run_generationMissing_isRefused() {
    catalogue.drop(RUN);

    assertThatThrownBy(this::verify).isInstanceOf(PortException.class);
  }
}
