package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.Designation;
import dev.assay.domain.body.Identity;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsterankSpecTest {

  private static SmallBody.Builder body(String designation) {
    return SmallBody.builder(
        new Identity(new Designation(designation), designation, null),
        OrbitalElements.of(1.5, 0.2, 5));
  }

  private static String spec(@Nullable String smass, @Nullable String tholen) {
    SmallBody.Builder body = body("12345");
    if (smass != null) {
      body.smassType(smass);
    }
    if (tholen != null) {
      body.tholenType(tholen);
    }
    return AsterankSpec.of(body.build());
  }

  @ParameterizedTest
  @CsvSource({
    "Sq, M, Sq",
    "Xk:, M, Xk",
    "X::, , X",
    "S(IV), S, S(IV)",
    "C type, , C",
    "U, C, U",
    "'', C, C",
    "' ', C, C"
  })
  void of_smassType_goesFirstWithoutColons(String smass, @Nullable String tholen, String expected) {
    assertThat(spec(smass, tholen)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "M, M", "E, M", "P, P", "B, B", "C, C", "F, C", "G, Cgh", "Q, Q", "R, R", "V, V", "T, T",
    "D, D", "A, A"
  })
  void of_onlyTholenType_isMapped(String tholen, String expected) {
    assertThat(spec(null, tholen)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S", "X", "C:", "M::", "CU", "TCG:", "c", "?"})
  void of_onlyATholenTypeOutsideTheMap_isUnknown(String tholen) {
    assertThat(spec(null, tholen)).isEqualTo("?");
  }

  @ParameterizedTest
  @CsvSource({
    "367943, L",
    "2012 DA14, L",
    "6178, M",
    "1986 DA, M",
    "436724, Xc",
    "2011 UW158, Xc",
    "101955, B",
    "1999 RQ36, B",
    "12345, ?"
  })
  void of_noType_isSetByHandForFourBodies(String designation, String expected) {
    assertThat(AsterankSpec.of(body(designation).build())).isEqualTo(expected);
    assertThat(AsterankSpec.of(body(designation).tholenType("S").build())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"367943, Ld, , Ld", "6178, , C, C"})
  void of_typeOfABodySetByHand_goesFirst(
      String designation, @Nullable String smass, @Nullable String tholen, String expected) {
    SmallBody.Builder body = body(designation);
    if (smass != null) {
      body.smassType(smass);
    }
    if (tholen != null) {
      body.tholenType(tholen);
    }
    assertThat(AsterankSpec.of(body.build())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COM", "CTc", "ETc", "HTC", "HYP", "JFc", "JFC", "PAR"})
  void of_cometClass_isComet(String orbitClass) {
    SmallBody.Builder comet = body("7P").orbitClass(new OrbitClass(orbitClass));

    assertThat(AsterankSpec.of(comet.build())).isEqualTo("comet");
    assertThat(AsterankSpec.of(comet.tholenType("D").build())).isEqualTo("D");
    assertThat(AsterankSpec.of(comet.smassType("C").build())).isEqualTo("C");
  }
}
