package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "226",
        " 226 ",
        "226\u2009",
        "\u00a0226",
        "\ufeff226",
        "226\u000b",
        "\t226\r\n",
        "\u200b226\u3000"
      })
  void clean_hiddenBlanks_areTakenAway(String text) {
    assertThat(Cells.clean(text)).isEqualTo("226");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", " - ", "\u00a0", "\ufeff", "\u0000"})
  void clean_blankOrHyphen_isUnknown(String text) {
    assertThat(Cells.clean(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"G!kun||'homdima", "Xi'an", "d'Arrest", "C/-146 P1", "Väisälä", "-1"})
  void clean_name_staysAsItIs(String text) {
    assertThat(Cells.clean(text)).isEqualTo(text);
  }

  @Test
  void clean_blankWithin_becomesAPlainBlank() {
    assertThat(Cells.clean("1\u00a0Ceres\u0000 (A801\tAA)")).isEqualTo("1 Ceres (A801 AA)");
  }

  @Test
  void clean_halfACharacter_isReplaced() {
    assertThat(Cells.clean("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
    assertThat(Cells.clean("\ud83d\ude80")).isEqualTo("\ud83d\ude80");
  }

  @Test
  void excerpt_longText_isShortenedToOneLine() {
    String excerpt = Cells.excerpt("first\nsecond " + "x".repeat(500));

    assertThat(excerpt).hasSize(60).startsWith("first second x").endsWith("...");
  }

  @Test
  void excerpt_cutWithinACharacter_leavesItOut() {
    assertThat(Cells.excerpt("a" + "\ud83d\ude80".repeat(60))).hasSize(60).doesNotContain("\ufffd");
    assertThat(Cells.excerpt("\ud83d\ude80".repeat(60))).hasSize(59);
  }

  @Property
  void clean_anyText_hasNoControlsAndNoOuterBlanks(@ForAll String text) {
    String clean = Cells.clean(text);

    assertThat(clean == null || clean.strip().equals(clean)).isTrue();
    assertThat(clean == null || clean.chars().noneMatch(Character::isISOControl)).isTrue();
  }
}
