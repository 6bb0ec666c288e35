package dev.assay.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * What the steps leave for each other, and the copies of what was downloaded.
 *
 * <p>Encrypted, reachable over TLS only, never public. Old runs and uploads that broke off go by
 * themselves. Stays when the stack goes.
 */
final class ArtifactBucket extends Construct {

  private final Bucket bucket;

  ArtifactBucket(Construct scope, int runDays) {
    super(scope, "Artifacts");
    this.bucket =
        Bucket.Builder.create(this, "Bucket")
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .id("old-runs")
                        .prefix("runs/")
                        .expiration(Duration.days(runDays))
                        .build(),
                    LifecycleRule.builder()
                        .id("uploads-that-broke-off")
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .build();
    Suppressions.add(
        bucket,
        "AwsSolutions-S1",
        "Holds copies of public data and results made of them, read by this stack's functions only;"
            + " an access log would cost more than the bucket and tell nothing.");
  }

  Bucket bucket() {
    return bucket;
  }
}
