package dev.assay.infra;

import java.time.Duration;
import java.util.Locale;

/**
 * The seven functions: what runs in each, and how much of the machine it gets. Lambda gives a whole
 * processor at 1769 MB.
 */
enum RefreshFunction {
  /** Waits for the writes in short looks; sealing a generation of 1.5 million bodies takes time. */
  CREATE_TABLE("CreateTable", 1769, Duration.ofMinutes(15)),
  DOWNLOAD_DELTA_V("DownloadDeltaV", 512, Duration.ofMinutes(5)),
  DOWNLOAD_EXOPLANETS("DownloadExoplanets", 512, Duration.ofMinutes(5)),
  CALCULATE_MASSES("CalculateMasses", 512, Duration.ofMinutes(5)),
  /** Streams; stops in time and returns a cursor. */
  GET_LATEST_ASTEROIDS("GetLatestAsteroids", 512, Duration.ofMinutes(15)),
  /** Computes. */
  PARSE_HORIZON("ParseHorizon", 1769, Duration.ofMinutes(15)),
  /** A batch takes seconds; a writer that hangs must not hold its batches for long. */
  WRITE_TO_DYNAMO("WriteToDynamo", 1024, Duration.ofMinutes(1));

  private final String id;
  private final int memoryMb;
  private final Duration timeout;

  RefreshFunction(String id, int memoryMb, Duration timeout) {
    this.id = id;
    this.memoryMb = memoryMb;
    this.timeout = timeout;
  }

  /** The name in the template, and the beginning of its handler's. */
  String id() {
    return id;
  }

  /** For example "create-table". */
  String resourceName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String handler() {
    return "dev.assay.lambda." + id + "Handler::handleRequest";
  }

  /** The writer has a smaller jar of its own: many of it start at once. */
  String jar() {
    return this == WRITE_TO_DYNAMO ? "assay-lambda-write.jar" : "assay-lambda.jar";
  }

  int memoryMb() {
    return memoryMb;
  }

  Duration timeout() {
    return timeout;
  }
}
