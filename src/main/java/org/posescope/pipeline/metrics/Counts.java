package org.posescope.pipeline.metrics;

import java.util.Map;

/**
 * How many frames went where. Once nothing is in flight, {@code admitted = results + failed + timedOut + stale} and
 * {@code read = admitted + dropped}.
 *
 * @param read    that the source gave and nobody skipped by seeking
 * @param dropped before admission, by reason: {@code superseded}, {@code stale}, {@code closed}
 */
public record Counts(long read, long admitted, long results, long failed, long timedOut, long stale,
        Map<String, Long> dropped) {
    public Counts {
        dropped = Map.copyOf(dropped);
    }

    public long ended() {
        return results + failed + timedOut + stale;
    }
}
