package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each line of the log says about the call that it was written in, so that it can be joined
 * with Lambda's own lines and with the trace.
 */
final class CallFields {

  /** Where Lambda's runtime for Java puts the trace of the call under way. */
  private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

  private static final String TRACE_VARIABLE = "_X_AMZN_TRACE_ID";
  private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=([^;\\s]+)");

  private CallFields() {}

  /**
   * The fields of a call.
   *
   * @param context of the call
   * @param coldStart whether it is the first of its process
   */
  static Map<String, Object> of(Context context, boolean coldStart) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("requestId", context.getAwsRequestId());
    String trace = traceId();
    if (trace != null) {
      fields.put("traceId", trace);
    }
    fields.put("coldStart", coldStart);
    fields.put("functionName", context.getFunctionName());
    fields.put("functionVersion", context.getFunctionVersion());
    return fields;
  }

  /** The trace's own number; null if the call is not traced. */
  private static @Nullable String traceId() {
    String header = System.getProperty(TRACE_PROPERTY, System.getenv(TRACE_VARIABLE));
    if (header == null) {
      return null;
    }
    Matcher root = ROOT.matcher(header);
    return root.find() ? root.group(1) : null;
  }
}
