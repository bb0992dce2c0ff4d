package org.posescope.pipeline.playback;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;

/**
 * A frame on its way to admission, held by whoever has this.
 *
 * @param readNanos  how long the source took for it
 * @param sinceNanos {@link System#nanoTime} from which its latency counts: when it was captured, or for a file when it was due
 */
public record PendingFrame(Frame frame, SourceInfo source, long epoch, long readNanos, long sinceNanos) {}
