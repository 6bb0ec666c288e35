package dev.assay.infra.asl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine calls for a step.
 *
 * @param resource ARN of the function
 * @param action which of the function's actions; null if it has but one
 * @param timeout how long the function may take
 */
public record StepTarget(String resource, @Nullable String action, Duration timeout) {}
