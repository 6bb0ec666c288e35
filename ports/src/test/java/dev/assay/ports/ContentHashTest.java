package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.anUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static long hash(Entries entry) {
    return ContentHash.of(BodyTable.of(List.of(entry.row(3, 14))))[0];
  }

  /** Kept in stores: with these columns it must never be another. */
  @Test
  void of_entry_isTheSameInAllVersions() {
    assertThat(List.of(ContentHash.COLUMNS, hash(anEntry()), hash(anUnknown())))
        .containsExactly(8928994176271605454L, -5156224240402662443L, -3311878445493404960L);
  }

  @Test
  void of_rowsTogether_isThatOfEachAlone() {
    List<CatalogueRow> rows =
        List.of(
            anEntry().row(0, 1),
            anUnknown().row(0, 2),
            anEntry().withName("x").row(1, 1),
            anEntry().row(2, 9));

    assertThat(ContentHash.of(BodyTable.of(rows)))
        .containsExactly(
            hash(anEntry()), hash(anUnknown()), hash(anEntry().withName("x")), hash(anEntry()));
  }

  @Test
  void of_anyColumnUnknownOrChanged_isAnother() {
    Entries entry = anEntry().withName("a name");
    Set<Long> hashes = new HashSet<>(List.of(hash(entry)));
    int variants = 1;
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      Object other =
          switch (column.type()) {
            case TEXT -> "another";
            case REAL -> 0.0;
            case INTEGER -> 0L;
            case FLAG -> column.name().equals("pha");
          };
      hashes.add(hash(entry.with(column.name(), other)));
      variants++;
      if (Entries.isOptional(column)) {
        hashes.add(hash(entry.with(column.name(), null)));
        variants++;
      }
    }

    assertThat(hashes).hasSize(variants);
  }

  @Test
  void of_valuesExchangedBetweenColumns_isAnother() {
    Entries one = anEntry().with("diameter_km", 1.0).with("albedo", 0.5);
    Entries other = anEntry().with("diameter_km", 0.5).with("albedo", 1.0);

    assertThat(hash(one)).isNotEqualTo(hash(other));
    assertThat(hash(anEntry().withName("").withFullName("ab")))
        .isNotEqualTo(hash(anEntry().withName("ab").withFullName("")));
  }

  @Test
  void ofColumns_otherNamesTypesOrNumbers_isAnother() {
    List<CatalogueColumn> columns = CatalogueColumn.ALL;
    CatalogueColumn first = columns.get(0);
    List<CatalogueColumn> renamed = new ArrayList<>(columns);
    renamed.set(0, new CatalogueColumn("pdes", first.type(), first.value()));
    List<CatalogueColumn> retyped = new ArrayList<>(columns);
    retyped.set(0, new CatalogueColumn(first.name(), CatalogueColumn.Type.REAL, first.value()));

    assertThat(
            List.of(
                ContentHash.ofColumns(columns),
                ContentHash.ofColumns(columns.subList(0, columns.size() - 1)),
                ContentHash.ofColumns(renamed),
                ContentHash.ofColumns(retyped)))
        .doesNotHaveDuplicates();
  }
}
