/**
 * The ports on AWS: objects in S3, queues in SQS, catalogue and ledger in DynamoDB, notifications
 * through SNS.
 *
 * <p>Clients, and with them region, endpoints and credentials, come from outside. Nothing of the
 * SDK leaves this package but the clients: its exceptions become {@link
 * dev.assay.ports.PortException}s in one place.
 */
@NullMarked
package dev.assay.aws;

import org.jspecify.annotations.NullMarked;
