package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.local.Refusals.belowAFile;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

  @TempDir private Path directory;

  @Test
  void acquire_free_isHeldUntilClosed() {
    Path data = directory.resolve("my données");
    try (DataDirectoryLock lock = DataDirectoryLock.acquire(data)) {
      assertThat(lock.directory()).isEqualTo(data);
      assertFailsForGood(() -> DataDirectoryLock.acquire(data))
          .contains(data.toString())
          .contains("in use by process " + ProcessHandle.current().pid() + ";");
    }

    DataDirectoryLock.acquire(data).close();
  }

  @Test
  void acquire_otherDirectory_isIndependent() {
    try (DataDirectoryLock one = DataDirectoryLock.acquire(directory.resolve("one"));
        DataDirectoryLock other = DataDirectoryLock.acquire(directory.resolve("other"))) {
      assertThat(one.directory()).isNotEqualTo(other.directory());
    }
  }

  @Test
  void acquire_fileLeftByAKilledProcess_isNoLock() throws IOException {
    Files.writeString(directory.resolve("lock"), "4194303\n");

    try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
      assertThat(directory.resolve("lock")).hasContent(ProcessHandle.current().pid() + "\n");
      assertThat(lock.directory()).isEqualTo(directory);
    }
  }

  @Test
  void acquire_heldByAnotherProcess_namesItAndIsFreeWhenThatIsKilled() throws Exception {
    Process other = holder();
    try {
      try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
        assertThat(said.readLine()).isEqualTo("held");
        assertFailsForGood(() -> DataDirectoryLock.acquire(directory))
            .contains("in use by process " + other.pid() + ";");

        other.destroyForcibly().waitFor();
      }
    } finally {
      other.destroyForcibly();
    }

    DataDirectoryLock.acquire(directory).close();
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another process: takes the lock, says so, and holds it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (DataDirectoryLock lock = DataDirectoryLock.acquire(Path.of(arguments[0]))) {
        System.out.println(lock.directory().toString().isEmpty() ? "nothing" : "held");
        System.in.read();
      }
    }
  }

  @Test
  void acquire_directoryIsBelowAFile_saysWhatToDo() throws IOException {
    Path data = belowAFile(directory);

    assertFailsForGood(() -> DataDirectoryLock.acquire(data))
        .startsWith("cannot lock " + data)
        .endsWith("a file is where a directory should be; move it away");
  }
}
