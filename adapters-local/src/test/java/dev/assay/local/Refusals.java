package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests say about trouble with files. */
final class Refusals {

  private Refusals() {}

  /** The message of a call that fails for good. */
  static AbstractStringAssert<?> assertFailsForGood(ThrowingCallable call) {
    PortException e = catchThrowableOfType(PortException.class, call);
    assertThat(e).isNotNull();
    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
    return assertThat(e.getMessage()).doesNotContainPattern("[\\r\\n]");
  }

  /** A path that cannot be a directory, for every user: a file is above it. */
  static Path belowAFile(Path directory) throws IOException {
    return Files.writeString(directory.resolve("a file"), "").resolve("data");
  }
}
