package org.posescope.pipeline;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;

/** A frame on its way to admission, held by whoever has this. */
record Taken(Frame frame, SourceInfo source, long epoch) {}
