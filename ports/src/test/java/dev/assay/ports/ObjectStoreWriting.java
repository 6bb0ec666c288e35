package dev.assay.ports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.ContentWriter;
import dev.assay.ports.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Part of {@link ObjectStoreContract}: one writer at a time. */
abstract class ObjectStoreWriting extends ObjectStoreSuite {

  @Test
  void put_newKey_storesContentAndSaysWhat() {
    StoredObject stored = put("small-bodies/page-00001.json", "{\"count\":1}");

    assertThat(stored.key()).isEqualTo("small-bodies/page-00001.json");
    assertThat(stored.bytes()).isEqualTo(11);
    assertThat(stored.etag()).isNotBlank();
    assertThat(store().stat(stored.key())).contains(stored);
    assertThat(text(stored.key())).contains("{\"count\":1}");
  }

  @Test
  void put_existingKey_replacesContent() {
    put("a", "a long content at first");
    StoredObject stored = put("a", "short");

    assertThat(text("a")).contains("short");
    assertThat(store().stat("a")).contains(stored);
    assertThat(store().list("")).containsExactly(stored);
  }

  @Test
  void put_nothingWritten_storesAnEmptyObject() {
    StoredObject stored = store().put("empty", Condition.ALWAYS, out -> out.flush()).orElseThrow();

    assertThat(stored.bytes()).isZero();
    assertThat(text("empty")).contains("");
    assertThat(store().list("")).containsExactly(stored);
  }

  @Test
  void put_ifAbsentAndNoSuchKey_stores() {
    assertThat(putIfAbsent("a", "1")).isEqualTo(store().stat("a")).isPresent();
    assertThat(text("a")).contains("1");
  }

  @Test
  void put_ifAbsentAndKeyExists_leavesItAsItWas() {
    StoredObject before = put("a", "before");

    assertThat(putIfAbsent("a", "after!")).isEmpty();
    assertThat(text("a")).contains("before");
    assertThat(store().stat("a")).contains(before);
  }

  @Test
  void put_contentChanges_givesAnotherEtag() {
    Set<String> etags = new HashSet<>();
    for (int i = 100; i < 150; i++) {
      etags.add(put("a", "content " + i).etag());
    }

    assertThat(etags).hasSize(50);
  }

  @Test
  void put_deletedInBetween_givesAnotherEtag() {
    Set<String> etags = new HashSet<>();
    for (int i = 100; i < 120; i++) {
      etags.add(put("a", "content " + i).etag());
      store().delete("a");
    }

    assertThat(etags).hasSize(20);
  }

  @Test
  void put_writerClosesTheStream_stores() {
    ContentWriter closing =
        out -> {
          out.write("all".getBytes(UTF_8));
          out.close();
        };

    assertThat(store().put("a", Condition.ALWAYS, closing)).isPresent();
    assertThat(text("a")).contains("all");
  }

  @Test
  void put_writerReadsTheStore_copies() {
    put("original", "content");
    ContentWriter copying =
        out -> {
          try (InputStream in = store().open("original").orElseThrow()) {
            in.transferTo(out);
          }
        };

    store().put("copy", Condition.IF_ABSENT, copying);

    assertThat(text("copy")).contains("content");
  }

  @Test
  void put_twentyMegabytes_storesEveryByte() throws IOException {
    byte[] block = new byte[1 << 16];
    new Random(1).nextBytes(block);
    ContentWriter large =
        out -> {
          for (int i = 0; i < 320; i++) {
            block[0] = (byte) i;
            out.write(block);
          }
          out.write(7);
        };

    StoredObject stored = store().put("large", Condition.ALWAYS, large).orElseThrow();

    assertThat(stored.bytes()).isEqualTo(320 * 65_536 + 1);
    try (InputStream in = store().open("large").orElseThrow()) {
      for (int i = 0; i < 320; i++) {
        block[0] = (byte) i;
        assertThat(Arrays.equals(in.readNBytes(block.length), block)).isTrue();
      }
      assertThat(in.readAllBytes()).containsExactly(7);
    }
  }

  @Test
  void put_writerFails_storesNothing() {
    assertThatThrownBy(() -> store().put("a", Condition.ALWAYS, failing(new IOException("reset"))))
        .isInstanceOf(PortException.class)
        .hasRootCauseMessage("reset");

    assertThat(text("a")).isEmpty();
    assertThat(store().list("")).isEmpty();
  }

  @Test
  void put_writerFailsOnExistingKey_leavesItAsItWas() {
    StoredObject before = put("a", "before");

    assertThatThrownBy(() -> store().put("a", Condition.ALWAYS, failing(new IOException("reset"))))
        .isInstanceOf(PortException.class);

    assertThat(text("a")).contains("before");
    assertThat(store().list("")).containsExactly(before);
  }

  @Test
  void put_writerThrowsUnchecked_passesItOnAndStoresNothing() {
    RuntimeException mistake = new IllegalStateException("mistake");

    assertThatThrownBy(() -> store().put("a", Condition.ALWAYS, failing(mistake)))
        .isSameAs(mistake);

    assertThat(store().list("")).isEmpty();
  }

  @Test
  void put_writerThrowsPortException_passesItOn() {
    PortException trouble = PortException.temporary("source unreachable");

    assertThatThrownBy(() -> store().put("a", Condition.IF_ABSENT, failing(trouble)))
        .isSameAs(trouble);
  }

  @Test
  void put_afterAFailure_stores() {
    assertThatThrownBy(
        () -> store().put("a", Condition.IF_ABSENT, failing(new IOException("reset"))));

    assertThat(putIfAbsent("a", "second attempt")).isPresent();
    assertThat(text("a")).contains("second attempt");
  }

  /** Writes something, then fails. */
  private static ContentWriter failing(Exception e) {
    return out -> {
      out.write("half".getBytes(UTF_8));
      out.flush();
      if (e instanceof IOException checked) {
        throw checked;
      }
      throw (RuntimeException) e;
    };
  }
}
