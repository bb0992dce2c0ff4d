package org.posescope.app.export;

import org.posescope.app.record.RecordedSpan;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.plan.Plan;

/** Whose motion is exported. */
sealed interface Subject {
    SourceInfo source();

    /** How people are, or were, found. */
    Plan plan();

    /** All people of a source, which is read again from its start, and completely. */
    record WholeClip(SourceInfo source, Plan plan) implements Subject {}

    /** All people of the part of a source that the user marked. */
    record MarkedPart(SourceInfo source, Plan plan, Span span) implements Subject {}

    /** What was seen while a video was recorded, in the frames that the window had time for. */
    record Recorded(RecordedSpan span, Plan plan) implements Subject {
        @Override
        public SourceInfo source() {
            return span.source();
        }
    }
}
