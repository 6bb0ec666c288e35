package dev.assay.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/**
 * The pointer to the active generation, the ledger of chunks and the history of runs: a few
 * thousand items, from which everything else can be told. Recoverable to any second of the last 35
 * days, protected from deletion, stays when the stack goes.
 */
final class StateTable extends Construct {

  private final Table table;

  StateTable(Construct scope, Names names) {
    super(scope, "State");
    this.table =
        Table.Builder.create(this, "Table")
            .tableName(names.of("state"))
            .partitionKey(Attribute.builder().name("pk").type(AttributeType.STRING).build())
            .sortKey(Attribute.builder().name("sk").type(AttributeType.STRING).build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  Table table() {
    return table;
  }
}
