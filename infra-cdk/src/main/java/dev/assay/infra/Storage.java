package dev.assay.infra;

import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Where everything is kept.
 *
 * @param bucket intermediate results and downloads
 * @param state pointer, ledger and history
 * @param data batches on their way into a generation
 * @param completions tells of parsing that is done
 */
record Storage(IBucket bucket, ITable state, WorkQueue data, WorkQueue completions) {}
