package dev.assay.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssumptionsTest {

  @Test
  void bundled_everyNumber_isInItsPlace() {
    assertThat(Assumptions.bundled())
        .isEqualTo(
            new Assumptions(
                0.3, 0.2, 0.10, 0.30, 0.05, 10, 500, 0.40, 0.253, 0.030, 0.168, 0.5, 0.7, 4, 0.08,
                0.5));
  }

  @Test
  void parse_usersNumber_replacesTheBundledOne() {
    String text = DataTable.bundled("assumptions.csv").replace("limit_km,10", "limit_km,50");

    assertThat(Assumptions.parse("mine.csv", text).smallBodyLimitKm()).isEqualTo(50);
  }
}
