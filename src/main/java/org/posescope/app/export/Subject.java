package org.posescope.app.export;

import org.posescope.app.player.PipelineChoice;
import org.posescope.app.record.RecordedSpan;
import org.posescope.frame.SourceInfo;

/** Whose motion is exported. */
sealed interface Subject {
    SourceInfo source();

    /** How people are, or were, found. */
    PipelineChoice choice();

    /** All people of a source, which is read again from its start, and completely. */
    record WholeClip(SourceInfo source, PipelineChoice choice) implements Subject {}

    /** What was seen while a video was recorded, in the frames that the window had time for. */
    record Recorded(RecordedSpan span, PipelineChoice choice) implements Subject {
        @Override
        public SourceInfo source() {
            return span.source();
        }
    }
}
