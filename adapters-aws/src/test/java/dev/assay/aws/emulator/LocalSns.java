package dev.assay.aws.emulator;

import software.amazon.awssdk.services.sns.SnsClient;

/** The stub of SNS with its client. */
final class LocalSns {

  static final SnsStub STUB = SnsStub.start();
  static final SnsClient CLIENT = Local.to(STUB.endpoint(), SnsClient.builder()).build();

  private LocalSns() {}
}
