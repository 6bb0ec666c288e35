package dev.assay.application.message;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCodecTest {

  private static final GenerationId GENERATION = new GenerationId("20261101T000000000Z");

  private final BatchCodec codec = new BatchCodec();

  private static BodyBatch aBatch() {
    return Entries.batch(
        GENERATION, 7, Entries.ceres().row(0, 1), Entries.anUnknown().row(1, 1_600_000));
  }

  private BodyBatch decode(String text) {
    return codec.decode(text.getBytes(StandardCharsets.UTF_8));
  }

  private String encoded() {
    return new String(codec.encode(aBatch()), StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<BodyBatch> batches() {
    Arbitrary<CatalogueRow> rows =
        Combinators.combine(
                AnyEntries.entries(),
                Arbitraries.integers().between(0, Integer.MAX_VALUE),
                Arbitraries.longs().between(1, Long.MAX_VALUE))
            .as(CatalogueRow::new);
    return Combinators.combine(
            Arbitraries.strings().alpha().numeric().withChars('-').ofMinLength(3).ofMaxLength(64),
            Arbitraries.integers().between(0, Integer.MAX_VALUE),
            rows.list().ofMinSize(1).ofMaxSize(3))
        .as((name, chunk, list) -> new BodyBatch(new GenerationId(name), chunk, list));
  }

  @Property(tries = 500)
  void decode_anyBatchEncoded_isAnEqualBatch(@ForAll("batches") BodyBatch batch) {
    assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
  }

  @Property(tries = 300)
  void decode_batchCutAnywhere_isRefused(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
    byte[] whole = codec.encode(aBatch());

    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(whole, seed % whole.length)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void decode_anyBytes_areRefused(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          "chunk":7       ~ "chunk":-1
          "chunk":7       ~ "chunk":1.5
          "chunk":7       ~ "chunk":99999999999
          "chunk":7       ~ "chunks":7
          20261101T       ~ ../../etc
          "generation":"  ~ "generation":7"
          "full_name",    ~ "fullName",
          "rows":[[0,     ~ "rows":[[],[0,
          "rows":[[0,     ~ "rows":7,[[0,
          "rows":[[0,     ~ "rows":[["0",
          "rows":[[0,     ~ "rows":[[-1,
          false           ~ "false"
          2.35            ~ "2.35"
          2.35            ~ [2.35]
          2.35            ~ {}
          "assay"         ~ null
          ]]}             ~ ],5]}
          ]]}             ~ ]],"more":1}
          ]]}             ~ ]]}}
          """)
  void decode_anotherForm_isRefused(String part, String instead) {
    String damaged = encoded().replace(part, instead);

    assertThat(damaged).isNotEqualTo(encoded());
    assertThatThrownBy(() -> decode(damaged)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decode_noRows_isRefused() {
    assertThatThrownBy(() -> decode(encoded().replaceAll("(?s)\"rows\":.*", "\"rows\":[]}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decode_columnsOfAnotherVersion_saysSo() {
    assertThatThrownBy(() -> decode(encoded().replace("\"h_mag\"", "\"h\"")))
        .hasMessage("the batch has other columns than this version");
  }

  @Test
  void encode_unknown_isNull() {
    assertThat(encoded()).contains(",null,").doesNotContain("NaN");
  }

  @Test
  void summary_batch_saysWhatItHolds() {
    assertThat(codec.summary(Entries.batch(GENERATION, 7, anEntry().row(0, 1))))
        .isEqualTo("chunk 7 of generation 20261101T000000000Z, 1 rows");
  }
}
