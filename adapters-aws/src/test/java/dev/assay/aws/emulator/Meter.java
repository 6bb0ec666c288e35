package dev.assay.aws.emulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts requests of any service by their name, and for DynamoDB the write and read units that they
 * took, as the emulator states them. Add it to a client as an interceptor.
 */
public final class Meter implements ExecutionInterceptor {

  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final DoubleAdder readUnits = new DoubleAdder();

  /** Number of requests by name, such as "PutObject". */
  public Map<String, Long> requests() {
    Map<String, Long> counted = new TreeMap<>();
    requests.forEach((name, count) -> counted.put(name, count.sum()));
    return counted;
  }

  /** Write request units. */
  public double writeUnits() {
    return writeUnits.sum();
  }

  /** Read request units. */
  public double readUnits() {
    return readUnits.sum();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    String name = request.getClass().getSimpleName().replaceFirst("Request$", "");
    requests.computeIfAbsent(name, n -> new LongAdder()).increment();
    if (request instanceof BatchWriteItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof BatchGetItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof PutItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof UpdateItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof DeleteItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof GetItemRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof QueryRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof TransactWriteItemsRequest r) {
      return r.toBuilder().returnConsumedCapacity(TOTAL).build();
    }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    if (response instanceof BatchWriteItemResponse r) {
      r.consumedCapacity().forEach(c -> add(writeUnits, c));
    } else if (response instanceof TransactWriteItemsResponse r) {
      r.consumedCapacity().forEach(c -> add(writeUnits, c));
    } else if (response instanceof PutItemResponse r) {
      add(writeUnits, r.consumedCapacity());
    } else if (response instanceof UpdateItemResponse r) {
      add(writeUnits, r.consumedCapacity());
    } else if (response instanceof DeleteItemResponse r) {
      add(writeUnits, r.consumedCapacity());
    } else if (response instanceof BatchGetItemResponse r) {
      r.consumedCapacity().forEach(c -> add(readUnits, c));
    } else if (response instanceof GetItemResponse r) {
      add(readUnits, r.consumedCapacity());
    } else if (response instanceof QueryResponse r) {
      add(readUnits, r.consumedCapacity());
    }
  }

  private static void add(DoubleAdder units, ConsumedCapacity consumed) {
    units.add(consumed.capacityUnits());
  }
}
