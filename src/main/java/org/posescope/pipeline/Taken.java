package org.posescope.pipeline;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;

/**
 * A frame on its way to admission, held by whoever has this.
 *
 * @param readNanos  how long the source took for it
 * @param sinceNanos {@link System#nanoTime} from which its latency counts: when it was captured, or for a file when it was due
 */
record Taken(Frame frame, SourceInfo source, long epoch, long readNanos, long sinceNanos) {}
