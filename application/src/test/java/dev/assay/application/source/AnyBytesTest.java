package dev.assay.application.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, a reader gives rows or refuses: nothing else is ever thrown. */
class AnyBytesTest {

  private static final List<String> TABLES =
      List.of(
          SmallBodyText.answer("pdes,e,i,a,H", "[\"1\",\".07\",10.6,2.76,null]"),
          "\"pdes\",e,i,a,H\n1,.07,\"10.6\",2.76,\n2,.1,2,3,4\n",
          "[{\"pl_name\":\"a\",\"pl_rade\":1.5}]",
          "pl_name,pl_rade\n\"a\",1.5\n",
          "<html><pre>\n   1   99.99    2006 RH120   3.813    0.635   0.605    29.5   1.033  0.025"
              + "    0.6\n</pre>",
          " 1 Ceres 9.55E+20 4.38E+19\n");

  @Property
  void readers_anyBytes_giveRowsOrRefuse(@ForAll byte[] bytes) {
    readAll(bytes);
  }

  @Property
  void readers_damagedTable_giveRowsOrRefuse(@ForAll("damaged") byte[] bytes) {
    readAll(bytes);
  }

  private static void readAll(byte[] bytes) {
    read(bytes, in -> SmallBodyTables.read(in, "x", body -> {}));
    read(bytes, in -> ExoplanetTable.read(in, "x", planet -> {}));
    read(bytes, in -> BennerTable.read(in, "x"));
    read(bytes, in -> MassTable.read(in, "x"));
  }

  private interface Reading {
    Object read(InputStream in);
  }

  private static void read(byte[] bytes, Reading reading) {
    try {
      assertThat(reading.read(new ByteArrayInputStream(bytes))).isNotNull();
    } catch (BadSourceException refused) {
      assertThat(refused).hasMessageStartingWith("x: ");
    }
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    Arbitrary<String> splice =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(4),
            Arbitraries.of(",", "\"", "\n", "[", "]", "{", "}", "null", "1e999", "\ufeff", "#"));
    return Combinators.combine(Arbitraries.of(TABLES), Arbitraries.doubles().between(0, 1), splice)
        .as(AnyBytesTest::splice);
  }

  private static byte[] splice(String table, double where, String what) {
    int at = (int) (where * table.length());
    String text = table.substring(0, at) + what + table.substring(at);
    boolean latin = text.chars().allMatch(c -> c < 256);
    return text.getBytes(latin ? ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
