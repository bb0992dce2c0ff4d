package org.posescope.pipeline;

/** What happens when frames come faster than they are processed. */
public enum Policy {
    /** The newest frame waits, an older one that waited is dropped and counted. */
    LIVE,
    /** The source waits; nothing is dropped. */
    EXACT
}
