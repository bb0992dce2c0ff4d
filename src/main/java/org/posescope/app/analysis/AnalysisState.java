package org.posescope.app.analysis;

import java.time.Duration;
import java.util.Optional;

/** How far the analysis of the open clip is. */
public sealed interface AnalysisState {
    /** Nothing plays that could be analysed. */
    record Impossible() implements AnalysisState {}

    /** It can be begun. */
    record Possible() implements AnalysisState {}

    /**
     * It goes on.
     *
     * @param frames looked at so far
     * @param all    frames of the clip; -1 when unknown
     * @param left   time until the end; empty when unknown
     */
    record Running(long frames, long all, Optional<Duration> left) implements AnalysisState {
        /** 0..1, or negative when unknown. */
        double fraction() {
            return all > 0 ? Math.min(1, (double) frames / all) : -1;
        }
    }

    /** All of the clip is kept. */
    record Done() implements AnalysisState {}
}
