package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that only read a catalogue of the bundled sample, loaded once for all of them. */
final class SampleCatalogue implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Cli.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(SampleCatalogue.class, key -> Loaded.load(), Loaded.class)
        .cli();
  }

  /** Deleted by JUnit after the last test. */
  private record Loaded(Cli cli) implements AutoCloseable {

    static Loaded load() {
      try {
        Cli cli = new Cli(Files.createTempDirectory("assay sample ").resolve("data"));
        cli.on("demo", "--quiet").succeeded();
        return new Loaded(cli);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(cli.data().resolveSibling(""))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
