package dev.assay.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "null",
      quoteCharacter = '"',
      textBlock =
          """
          "     1 Ceres (A801 AA)"          ; 1          ; Ceres
          1 Ceres                           ; 1          ; Ceres
          4179 Toutatis (1989 AC)           ; 4179       ; Toutatis
          3753 Cruithne (1986 TO)           ; 3753       ; Cruithne
          20001 (1991 CX7)                  ; 20001      ; null
          "       (2002 PD153)"             ; 2002 PD153 ; null
          (6344 P-L)                        ; 6344 P-L   ; null
          5025 T-2                          ; 5025 T-2   ; null
          2006 RH120                        ; 2006 RH120 ; null
          A898 PA                           ; A898 PA    ; null
          "229762 G!kun||'homdima (2007 UK126)" ; 229762 ; G!kun||'homdima
          3597 Xi'an (1984 AA)              ; 3597       ; Xi'an
          6P/d'Arrest                       ; 6P         ; d'Arrest
          "    1P/Halley"                   ; 1P         ; Halley
          67P/ C-G                          ; 67P        ; C-G
          73P-B/Schwassmann-Wachmann 3      ; 73P-B      ; Schwassmann-Wachmann 3
          1I/'Oumuamua (A/2017 U1)          ; 1I         ; 'Oumuamua
          "     C/2023 H5 (Lemmon)"         ; 2023 H5    ; Lemmon
          P/2013 TL117 (Lemmon)             ; 2013 TL117 ; Lemmon
          D/1993 F2-A (Shoemaker-Levy 9-A)  ; 1993 F2-A  ; Shoemaker-Levy 9-A
          C/-146 P1                         ; -146 P1    ; null
          A/2017 U1                         ; 2017 U1    ; null
          35107 1991 VH                     ; 35107      ; null
          Tret'yakov                        ; Tret'yakov ; Tret'yakov
          """)
  void ofFullName_anySpelling_isTakenApart(
      String fullName, String designation, @Nullable String name) {
    Identity identity = Identity.ofFullName(fullName);

    assertThat(identity.designation().value()).isEqualTo(designation);
    assertThat(identity.name()).isEqualTo(name);
    assertThat(identity.fullName()).isEqualTo(fullName.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "( )"})
  void ofFullName_withoutADesignation_isRefused(String text) {
    assertThatThrownBy(() -> Identity.ofFullName(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void ofFullName_anyText_hasNoOuterBlanksOrIsRefused(@ForAll("texts") String text) {
    try {
      Identity identity = Identity.ofFullName(text);

      assertThat(identity.designation().value()).isNotBlank();
      assertThat(identity.name() == null || identity.name().strip().equals(identity.name()))
          .isTrue();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("designation");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("19 AP/()-CD.Y'").ofMaxLength(70);
  }

  @Test
  void provisionalDesignation_ofANumberedBody_isInParentheses() {
    assertThat(Identity.ofFullName("101955 Bennu (1999 RQ36)").provisionalDesignation())
        .hasValue("1999 RQ36");
    assertThat(Identity.ofFullName("1 Ceres").provisionalDesignation()).isEmpty();
  }
}
