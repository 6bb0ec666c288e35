package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model does not state is null in the catalogue, never NaN. */
class AsterankEntryTest {

  private static SmallBody.Builder body() {
    return SmallBody.builder("12345 Example (2001 AB12)", OrbitalElements.of(2.5, 0.1, 5))
        .absoluteMagnitude(15);
  }

  private static CatalogueEntry entry(SmallBody body) {
    return CatalogueEntry.of(body, null, AsterankModel.withPublishedPrices().value(body));
  }

  @Test
  void of_noUncertaintyStated_isNull() {
    CatalogueEntry entry = entry(body().smassType("Xc").build());

    assertThat(entry.diameterKm()).isNotNull();
    assertThat(entry.diameterSigmaLn()).isNull();
    assertThat(entry.massKg()).isNotNull();
    assertThat(entry.massSigmaLn()).isNull();
    assertThat(entry.valueUsd()).isNotNull();
    assertThat(entry.valueLowUsd()).isNull();
    assertThat(entry.valueHighUsd()).isNull();
    assertThat(entry.profitUsd()).isPositive();
    assertThat(entry.classConfidence()).isNull();
    assertThat(entry.classSource()).isNull();
    assertThat(entry.model()).isEqualTo("asterank");
    assertThat(Entries.of(entry).entry()).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource({"Xc, M, Xc, Xc", "S(IV), , S(IV), ", ", G, G, Cgh", ", S, S, ", ", , , "})
  void of_type_isTheCataloguedOneAndTheClassTheOneThatCounts(
      @Nullable String smass,
      @Nullable String tholen,
      @Nullable String type,
      @Nullable String spectralClass) {
    SmallBody.Builder body = body();
    if (smass != null) {
      body.smassType(smass);
    }
    if (tholen != null) {
      body.tholenType(tholen);
    }

    CatalogueEntry entry = entry(body.build());

    assertThat(entry.spectralType()).isEqualTo(type);
    assertThat(entry.spectralClass()).isEqualTo(spectralClass);
  }

  @Test
  void of_comet_hasNoMassValueOrProfit() {
    CatalogueEntry entry = entry(body().orbitClass(new OrbitClass("JFC")).build());

    assertThat(entry.massKg()).isNull();
    assertThat(entry.massSource()).isNull();
    assertThat(entry.valueUsd()).isNull();
    assertThat(entry.profitUsd()).isNull();
    assertThat(entry.accessibility()).isEqualTo(-1);
  }
}
