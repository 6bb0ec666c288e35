package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassTableTest {

  @Test
  void get_madeForEachClass_isItsOwnValue() {
    ClassTable<String> codes = ClassTable.of(SpectralClass::code);

    assertThat(SpectralClass.all()).allSatisfy(c -> assertThat(codes.get(c)).isEqualTo(c.code()));
  }
}
