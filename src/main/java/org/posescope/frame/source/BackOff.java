package org.posescope.frame.source;

import java.time.Duration;

/** Times between one attempt and the next: each twice as long as the one before, up to a longest. Not thread-safe. */
final class BackOff {
    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** How long to wait before the next attempt. */
    Duration next() {
        Duration now = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
    }

    /** An attempt succeeded. */
    void reset() {
        next = shortest;
    }
}
