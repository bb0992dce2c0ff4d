package org.posescope.app.player;

import org.posescope.frame.SourceInfo;
import org.posescope.record.FrameOutput;

/**
 * Takes the results of one source as long as that plays.
 *
 * @param output stays with whoever opened it
 */
public record ResultSink(SourceInfo source, FrameOutput output) {}
