package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanetTableTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");

  private static PlanetTable table(int planets) {
    return new PlanetTable(
        GENERATION,
        IntStream.range(0, planets)
            .mapToObj(i -> Planets.anUnknownPlanet("P" + i).entry())
            .toList());
  }

  @Test
  void new_asManyAsFit_areTaken() {
    assertThat(table(PlanetTable.MOST).planets()).hasSize(PlanetTable.MOST);
  }

  @Test
  void new_more_areRefused() {
    assertThatThrownBy(() -> table(PlanetTable.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100001");
  }

  @Test
  void new_nameTwice_isRefused() {
    PlanetEntry planet = Planets.aPlanet().entry();

    assertThatThrownBy(() -> new PlanetTable(GENERATION, List.of(planet, planet)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Kepler-10 b");
  }

  @Test
  void key_blanksAndCase_doNotMatter() {
    assertThat(PlanetEntry.key(" Kepler-22\tB ")).isEqualTo("kepler-22b");
    assertThat(PlanetEntry.key("KIC 10905746 B")).isEqualTo("kic10905746b");
    assertThat(PlanetEntry.key(" \n")).isEmpty();
  }
}
