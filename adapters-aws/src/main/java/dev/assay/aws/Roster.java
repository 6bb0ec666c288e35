package dev.assay.aws;

import dev.assay.domain.body.Designation;
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
  record Member(Designation designation, @Nullable String name) {}

  /**
   * Hands out the members. The last page is the first that is not full: what may lie behind it is
   * left over from a sealing that did not come to its end.
   *
   * @return whether the last page was there
   */
  static boolean forEach(
      DynamoDb db, String table, Generation generation, Consumer<Member> consumer) {
    boolean[] ended = {false};
    db.forEach(
        table,
        partition(generation),
        page -> {
          if (!ended[0]) {
            List<Member> members = members(page);
            members.forEach(consumer);
            ended[0] = members.size() < PAGE;
          }
        });
    return ended[0];
  }

  private static String partition(Generation generation) {
    return generation.partition(KIND);
  }

  private static List<Member> members(Map<String, AttributeValue> page) {
    return Packing.unpack(Items.bytes(page), Roster::members);
  }

  private static List<Member> members(DataInputStream in) throws IOException {
    List<Member> members = new ArrayList<>();
    int count = Packing.readNumber(in);
    for (int i = 0; i < count; i++) {
      String designation = Packing.readText(in);
      String name = Packing.readText(in);
      members.add(new Member(new Designation(designation), name.isEmpty() ? null : name));
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
      page.add(new Member(new Designation(entry.designation()), entry.name()));
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
                  Packing.writeText(out, member.designation().value());
                  Packing.writeText(out, member.name() == null ? "" : member.name());
                }
              });
      items.accept(Items.packed(partition(generation), Items.ordered(pages++), content));
      page.clear();
    }
  }
}
