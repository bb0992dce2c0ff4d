package org.posescope.pipeline;

import java.time.Duration;

import org.posescope.pipeline.metrics.Mode;

/**
 * How an engine runs.
 *
 * @param requests     frames in flight in async mode
 * @param stageTimeout after which a stage is taken for stuck and replaced, and a stuck source or listener is told
 * @param maxFailures  frames in a row that may fail before the run ends
 */
public record EngineOptions(Policy policy, Mode mode, int requests, Duration stageTimeout, int maxFailures) {
    /** Where somebody watches. */
    private static final Duration LIVE_TIMEOUT = Duration.ofSeconds(20);
    /** Where no frame may be lost because a machine is slow or crowded. */
    private static final Duration EXACT_TIMEOUT = Duration.ofMinutes(1);
    public static final int DEFAULT_MAX_FAILURES = 10;

    public EngineOptions {
        if (requests < 1 || maxFailures < 1 || stageTimeout.isNegative() || stageTimeout.isZero()) {
            throw new IllegalArgumentException("an engine needs at least one request, one failure and some time");
        }
    }

    public static EngineOptions of(Policy policy, Mode mode, int requests) {
        return new EngineOptions(policy, mode, requests, policy == Policy.EXACT ? EXACT_TIMEOUT : LIVE_TIMEOUT,
                DEFAULT_MAX_FAILURES);
    }
}
