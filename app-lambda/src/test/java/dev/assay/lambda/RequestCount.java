package dev.assay.lambda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Counts requests to AWS by operation, and the capacity that DynamoDB says they took. */
final class RequestCount implements ExecutionInterceptor {

  private static final String ASK = "ReturnConsumedCapacity";

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final DoubleAdder readUnits = new DoubleAdder();

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    List<SdkField<?>> fields = request.sdkFields();
    for (SdkField<?> field : fields) {
      if (field.memberName().equals(ASK)) {
        SdkRequest.Builder builder = request.toBuilder();
        field.set(builder, "TOTAL");
        return builder.build();
      }
    }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    String operation =
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            + "."
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    requests.computeIfAbsent(operation, name -> new LongAdder()).increment();
    SdkResponse response = context.response();
    for (SdkField<?> field : response.sdkFields()) {
      if (field.memberName().equals("ConsumedCapacity")) {
        add(isWrite(operation), field.getValueOrDefault(response));
      }
    }
  }

  private static boolean isWrite(String operation) {
    return operation.matches(
        ".*\\.(BatchWriteItem|PutItem|UpdateItem|DeleteItem|TransactWriteItems)");
  }

  private void add(boolean write, Object consumed) {
    if (consumed instanceof List<?> several) {
      several.forEach(one -> add(write, one));
    } else if (consumed instanceof ConsumedCapacity capacity) {
      (write ? writeUnits : readUnits).add(capacity.capacityUnits());
    }
  }

  /** How many requests of an operation, such as {@code S3.PutObject}, were answered. */
  long of(String... operations) {
    long sum = 0;
    for (String operation : operations) {
      LongAdder count = requests.get(operation);
      sum += count == null ? 0 : count.sum();
    }
    return sum;
  }

  double writeUnits() {
    return writeUnits.sum();
  }

  double readUnits() {
    return readUnits.sum();
  }

  /** All counts, by operation. */
  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    requests.forEach((operation, count) -> all.put(operation, count.sum()));
    return all;
  }
}
