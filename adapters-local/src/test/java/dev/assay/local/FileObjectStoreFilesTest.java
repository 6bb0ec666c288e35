package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.local.Refusals.belowAFile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.Together;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link FileObjectStore} does with its files, beyond its contract. */
class FileObjectStoreFilesTest {

  @TempDir private Path temporary;
  private Path directory;
  private FileObjectStore store;

  @BeforeEach
  void open() {
    directory = temporary.resolve("data");
    store = new FileObjectStore(directory);
  }

  private static StoredObject put(ObjectStore store, String key, String text) {
    return store.put(key, Condition.ALWAYS, out -> out.write(text.getBytes(UTF_8))).orElseThrow();
  }

  private List<Path> unfinished() throws IOException {
    return Directories.files(directory.resolve("~tmp"));
  }

  @Test
  void put_key_isThePathBelowTheDirectory() {
    put(store, "small-bodies/page-00001.json", "{}");

    assertThat(directory.resolve("small-bodies").resolve("page-00001.json")).hasContent("{}");
  }

  @Test
  void read_noDirectoryYet_findsNothingAndMakesNone() {
    assertThat(store.list("")).isEmpty();
    assertThat(store.list("a/")).isEmpty();
    assertThat(store.open("a")).isEmpty();
    assertThat(store.stat("a/b")).isEmpty();
    store.delete("a");

    assertThat(directory).doesNotExist();
  }

  @Test
  void open_anotherStoreOnTheDirectory_findsTheSame() {
    StoredObject stored = put(store, "a/b", "content");
    ObjectStore reopened = new FileObjectStore(directory);

    assertThat(reopened.list("")).containsExactly(stored);
    assertThat(reopened.open("a/b").orElseThrow()).hasContent("content");
  }

  @Test
  void put_ifAbsentThroughSeveralStores_oneWins() {
    List<Boolean> won =
        Together.run(
            16,
            n ->
                new FileObjectStore(directory)
                    .put("a", Condition.IF_ABSENT, out -> out.write(n))
                    .isPresent());

    assertThat(won).containsOnlyOnce(true);
    assertThat(store.open("a").orElseThrow())
        .hasBinaryContent(new byte[] {(byte) won.indexOf(true)});
  }

  @Test
  void put_doneOrFailed_leavesNoUnfinishedFile() throws IOException {
    put(store, "a", "1");
    store.put("a", Condition.IF_ABSENT, out -> out.write(1));
    store.put("b", Condition.IF_ABSENT, out -> out.write(1));
    assertThatThrownBy(
        () ->
            store.put(
                "c",
                Condition.ALWAYS,
                out -> {
                  throw new IOException("reset");
                }));

    assertThat(unfinished()).isEmpty();
  }

  @Test
  void put_sourceOfTheContentFails_isNotTakenForTroubleWithTheStore() {
    NoSuchFileException missing = new NoSuchFileException("/source/page.json");

    assertThatThrownBy(
            () ->
                store.put(
                    "a",
                    Condition.ALWAYS,
                    out -> {
                      out.write(new byte[100_000]);
                      throw missing;
                    }))
        .hasMessageContaining("the content of " + directory.resolve("a") + " could not be had")
        .hasMessageContaining("/source/page.json")
        .hasCause(missing);
  }

  @Test
  void removeLeftovers_ofAKilledProcess_removesThoseAlone() throws IOException {
    put(store, "a", "1");
    Path leftover = Files.writeString(directory.resolve("~tmp/killed"), "half");
    assertThat(store.list("")).hasSize(1);

    try (DataDirectoryLock lock = DataDirectoryLock.acquire(temporary)) {
      store.removeLeftovers(lock);
      store.removeLeftovers(lock);
    }

    assertThat(leftover).doesNotExist();
    assertThat(store.open("a").orElseThrow()).hasContent("1");
  }

  @Test
  void removeLeftovers_lockOfAnotherDirectory_isRefused() throws IOException {
    Path leftover = Files.createDirectories(directory.resolve("~tmp")).resolve("killed");
    Files.writeString(leftover, "half");

    try (DataDirectoryLock lock = DataDirectoryLock.acquire(temporary.resolve("other"))) {
      assertThatThrownBy(() -> store.removeLeftovers(lock))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(leftover).exists();
  }

  @Test
  void anyCall_throughASymbolicLink_isRefused() throws IOException {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(directory);
    Files.createSymbolicLink(directory.resolve("link"), outside);
    Files.createSymbolicLink(directory.resolve("file"), outside.resolve("secret"));

    assertFailsForGood(() -> store.open("link/secret")).contains("link is a symbolic link");
    assertFailsForGood(() -> store.open("file")).contains("file is a symbolic link");
    assertFailsForGood(() -> store.stat("link/secret"));
    assertFailsForGood(() -> store.list("link/"));
    assertFailsForGood(() -> store.delete("link/secret"));
    assertFailsForGood(() -> put(store, "link/new", "1"));
    assertFailsForGood(() -> put(store, "file", "1"));

    assertThat(store.list("")).isEmpty();
    assertThat(outside).isDirectoryNotContaining("glob:**new");
    assertThat(outside.resolve("secret")).hasContent("secret");
  }

  @Test
  void put_directoryIsASymbolicLink_stores() throws IOException {
    Path disk = Files.createDirectories(temporary.resolve("big disk"));
    Files.createSymbolicLink(directory, disk);

    put(store, "a", "1");

    assertThat(disk.resolve("a")).hasContent("1");
    assertThat(store.list("")).hasSize(1);
  }

  @Test
  void list_filesThatAreNoObjects_arePassedOver() throws IOException {
    put(store, "a", "1");
    Files.writeString(directory.resolve("notes from you.txt"), "1");
    Files.writeString(Files.createDirectories(directory.resolve("größe")).resolve("a"), "1");
    Files.createDirectories(directory.resolve("empty"));

    assertThat(store.list("")).extracting(StoredObject::key).containsExactly("a");
  }

  @Test
  void anyCall_directoryIsBelowAFile_saysWhatToDo() throws IOException {
    ObjectStore impossible = new FileObjectStore(belowAFile(temporary));

    assertFailsForGood(() -> put(impossible, "a", "1"))
        .contains("a file/data")
        .endsWith("a file is where a directory should be; move it away");
    assertFailsForGood(() -> impossible.open("a")).contains("a file is where a directory");
    assertFailsForGood(() -> impossible.list("")).contains("a file is where a directory");
  }

  @Test
  void put_besideItsOwnDirectory_saysWhatToDo() {
    put(store, "a/b", "1");

    assertFailsForGood(() -> put(store, "a", "2")).contains("other objects below it");
    assertFailsForGood(() -> store.put("a", Condition.IF_ABSENT, out -> out.write(2)))
        .contains("other objects below it");
    assertFailsForGood(() -> put(store, "a/b/c", "2"))
        .contains("a file is where a directory should be");
  }

  @Test
  void put_noPermission_saysSoAndLeavesTheOldObject() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
    put(store, "a", "before");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertFailsForGood(() -> put(store, "b", "1")).contains("no permission");

    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(store.open("a").orElseThrow()).hasContent("before");
  }

  @Test
  void open_deletedWhileReading_readsOn() throws IOException {
    put(store, "a", "content");

    try (InputStream in = store.open("a").orElseThrow()) {
      store.delete("a");
      assertThat(in).hasContent("content");
    }
  }
}
