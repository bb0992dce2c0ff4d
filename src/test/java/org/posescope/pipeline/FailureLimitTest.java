package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.pipeline.metrics.Outcome;

class FailureLimitTest {
    private static final int LIMIT = 3;

    /** One letter a frame: result, failed, timed out, stale. */
    @ParameterizedTest
    @CsvSource({"FFF, 0", "FFRFFRFF, -1", "RFTF, 1", "FFSSF, 0", "FFRFFF, 3", "SSSS, -1", "FFFF, 0"})
    void so_many_failures_in_a_row_end_the_run_with_the_cause_of_the_first(String frames, int first) {
        FailureLimit limit = new FailureLimit(LIMIT);
        String told = null;
        for (int i = 0; i < frames.length(); i++) {
            Optional<Throwable> cause = limit.next(ending(frames.charAt(i), i));
            if (told == null && cause.isPresent()) {
                told = cause.get().getMessage();
            }
        }

        assertThat(told).isEqualTo(first < 0 ? null : "frame " + first);
    }

    private static Job.Ending ending(char letter, int frame) {
        return switch (letter) {
            case 'R' -> new Job.Ending(Outcome.RESULT, Optional.empty());
            case 'S' -> new Job.Ending(Outcome.STALE, Optional.empty());
            case 'T' -> new Job.Ending(Outcome.TIMED_OUT, Optional.of(new StageException("frame " + frame)));
            default -> new Job.Ending(Outcome.FAILED, Optional.of(new StageException("frame " + frame)));
        };
    }
}
