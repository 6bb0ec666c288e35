package dev.assay.cli;

import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The option of commands that ask a catalogue: the one in the data directory, or one in DynamoDB.
 * Nothing of AWS is loaded unless it is asked for.
 */
final class CatalogueOption {

  /** The name of a catalogue in DynamoDB. */
  record Name(String value) {}

  /** Reads {@code dynamodb:NAME}. */
  static final class NameConverter implements ITypeConverter<Name> {

    private static final String SCHEME = "dynamodb:";

    @Override
    public Name convert(String text) {
      String name = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : "";
      if (!name.matches("[A-Za-z0-9._-]{3,100}")) {
        throw new TypeConversionException(
            "'" + text + "' is not dynamodb:NAME, with a NAME of 3 to 100 letters, digits, . _ -");
      }
      return new Name(name);
    }
  }

  @Option(
      names = "--catalogue",
      paramLabel = "dynamodb:NAME",
      converter = NameConverter.class,
      description =
          "Ask the catalogue of this name in DynamoDB instead of the one in --data; region and"
              + " credentials as usual (AWS_REGION, AWS_PROFILE).")
  private @Nullable Name catalogue;

  /**
   * A catalogue that is being read.
   *
   * @param reader reads the active generation
   * @param previous opens the one before, for the caller to close
   * @param behind gives back what was opened for it
   */
  record Opened(
      CatalogueReader reader, Supplier<Optional<CatalogueReader>> previous, Runnable behind)
      implements AutoCloseable {

    @Override
    public void close() {
      reader.close();
      behind.run();
    }
  }

  Opened open(Path data) {
    if (catalogue == null) {
      return new Opened(Assembly.openCatalogue(data), () -> Assembly.openPrevious(data), () -> {});
    }
    String name = catalogue.value();
    AwsAssembly aws = AwsAssembly.fromEnvironment();
    try {
      return new Opened(aws.openCatalogue(name), () -> aws.openPrevious(name), aws::close);
    } catch (RuntimeException e) {
      aws.close();
      throw e;
    }
  }

  List<RunRecord> runs(Path data, int limit) {
    if (catalogue == null) {
      return Assembly.runs(data, limit);
    }
    try (AwsAssembly aws = AwsAssembly.fromEnvironment()) {
      return aws.runs(catalogue.value(), limit);
    }
  }

  Optional<GenerationId> rollback(Path data) {
    if (catalogue == null) {
      return Assembly.rollback(data);
    }
    try (AwsAssembly aws = AwsAssembly.fromEnvironment()) {
      return aws.rollback(catalogue.value());
    }
  }

  Optional<String> name() {
    return Optional.ofNullable(catalogue).map(Name::value);
  }
}
