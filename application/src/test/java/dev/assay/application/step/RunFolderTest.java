package dev.assay.application.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RowProblem.Consequence;
import dev.assay.ports.SourceReport;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFolderTest {

  private static final StepResult RESULT =
      new StepResult(
          7,
          List.of(
              new SourceReport(
                  "table",
                  9,
                  7,
                  2,
                  0,
                  1,
                  List.of(
                      new RowProblem(
                          3, "a", "x\u2009y", "is no number", Consequence.ROW_REJECTED)))),
          List.of("a note"),
          4,
          null);

  private final ObjectStore store = new InMemoryObjectStore();
  private final RunFolder folder = new RunFolder(store, new GenerationId("run-1"));

  @Test
  void results_saved_areReadAsTheyWere() {
    folder.save(StepName.VERIFY, StepResult.EMPTY);
    folder.save(StepName.COMPLETE_PARSING, RESULT);

    assertThat(folder.results())
        .containsExactly(
            Map.entry(StepName.COMPLETE_PARSING, RESULT),
            Map.entry(StepName.VERIFY, StepResult.EMPTY));
  }

  @Test
  void results_savedAgain_areReplaced() {
    folder.save(StepName.VERIFY, StepResult.EMPTY);
    folder.save(StepName.VERIFY, RESULT);

    assertThat(folder.results()).containsEntry(StepName.VERIFY, RESULT);
  }

  @Test
  void results_ofOtherRuns_areNotRead() {
    new RunFolder(store, new GenerationId("run-12")).save(StepName.VERIFY, RESULT);

    assertThat(folder.results()).isEmpty();
  }

  @Test
  void output_ofAStepThatLeavesNone_isEmpty() {
    assertThat(folder.output(StepName.VERIFY)).isEmpty();
    assertThat(folder.output(StepName.CALCULATE_MASSES)).isEmpty();
  }

  @Test
  void copy_ofAnOutput_hasItsBytes() throws IOException {
    store.put(
        "side-tables/run-1/masses.json", Condition.ALWAYS, out -> out.write(new byte[] {'[', ']'}));

    StoredObject output = folder.output(StepName.CALCULATE_MASSES).orElseThrow();
    StoredObject copy = folder.copy(output, "kept/massd.json");

    assertThat(output.key()).isEqualTo("side-tables/run-1/masses.json");
    assertThat(copy.key()).isEqualTo("kept/massd.json");
    try (InputStream in = store.open("kept/massd.json").orElseThrow()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("[]");
    }
  }

  @Test
  void copy_ofAnOutputThatIsGone_saysWhatToDo() {
    assertThatThrownBy(() -> folder.copy(new StoredObject("runs/run-1/x", 1, "e"), "kept"))
        .hasMessage("runs/run-1/x is gone; refresh again");
  }
}
