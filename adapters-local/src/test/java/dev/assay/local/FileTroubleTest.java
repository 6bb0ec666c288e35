package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {

  private static final Path PATH = Path.of("some", "file");

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            new IOException("No space left on device"), "the disk is full; free some space"),
        Arguments.of(
            new FileSystemException("a", null, "No space left on device"),
            "the disk is full; free some space"),
        Arguments.of(
            new FileSystemException("a", null, "Disk quota exceeded"),
            "the disk quota is used up; free some space"),
        Arguments.of(
            new FileSystemException("a", null, "Read-only file system"),
            "the file system is read-only; use another directory"),
        Arguments.of(
            new FileSystemException("a", null, "Input/output error"), "Input/output error"),
        Arguments.of(new AccessDeniedException("a"), "no permission; check its owner and mode"),
        Arguments.of(new NoSuchFileException("a"), "it does not exist"),
        Arguments.of(
            new NotDirectoryException("a"), "a file is where a directory should be; move it away"),
        Arguments.of(new IOException("two\nlines"), "two lines"),
        Arguments.of(new IOException(), "IOException"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void of_anyTrouble_saysWhatWhereAndWhatToDo(IOException trouble, String remedy) {
    PortException e = FileTrouble.of("write", PATH, trouble);

    assertThat(e).hasMessage("cannot write " + PATH + ": " + remedy).hasCause(trouble);
    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
  }

  @Test
  void of_interrupted_mayPass() {
    assertThat(FileTrouble.of("read", PATH, new ClosedByInterruptException()).kind())
        .isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void oneLine_whatSteersATerminal_isReplaced() {
    assertThat(FileTrouble.oneLine(" a\u001b[31m\r\nb\u2028c\td\u0000 ")).isEqualTo("a [31m b c d");
  }
}
