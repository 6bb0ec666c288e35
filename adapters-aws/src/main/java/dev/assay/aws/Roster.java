package dev.assay.aws;

import dev.assay.ports.CatalogueEntry;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Designation and name of every body in designation order, some 5 MB for 1.5 million: what has to
 * be looked through for a name that resembles another.
 */
final class Roster {

  private static final String KIND = "roster";
  private static final int PAGE = 4_096;

  private Roster() {}

  /** A body on the roster. */
  record Member(String designation, @Nullable String name) {}

  static String partition(Generation generation) {
    return generation.partition(KIND);
  }

  static List<Member> members(Map<String, AttributeValue> page) {
    return Packing.unpack(Items.bytes(page), Roster::members);
  }

  private static List<Member> members(DataInputStream in) throws IOException {
    List<Member> members = new ArrayList<>();
    int count = Packing.readNumber(in);
    for (int i = 0; i < count; i++) {
      String designation = Packing.readText(in);
      String name = Packing.readText(in);
      members.add(new Member(designation, name.isEmpty() ? null : name));
    }
    return members;
  }

  /** Fills pages and hands them on. */
  static final class Builder {

    private final Generation generation;
    private final Consumer<Map<String, AttributeValue>> items;
    private final List<Member> page = new ArrayList<>();
    private int pages;

    Builder(Generation generation, Consumer<Map<String, AttributeValue>> items) {
      this.generation = generation;
      this.items = items;
    }

    void add(CatalogueEntry entry) {
      page.add(new Member(entry.designation(), entry.name()));
      if (page.size() == PAGE) {
        flush();
      }
    }

    void flush() {
      byte[] content =
          Packing.pack(
              out -> {
                Packing.writeNumber(out, page.size());
                for (Member member : page) {
                  Packing.writeText(out, member.designation());
                  Packing.writeText(out, member.name() == null ? "" : member.name());
                }
              });
      items.accept(Items.packed(partition(generation), Items.ordered(pages++), content));
      page.clear();
    }
  }
}
