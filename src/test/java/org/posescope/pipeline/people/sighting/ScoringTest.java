package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;

class ScoringTest {
    @ParameterizedTest
    @ValueSource(floats = {0.2f, 0.5f, 0.8f})
    void the_least_detection_is_that_of_which_the_surest_pose_just_reaches_the_threshold(float threshold) {
        float least = Scoring.CALIBRATED.leastDetection(threshold);

        assertThat(Scoring.CALIBRATED.score(least, 1, 1)).isCloseTo(threshold, within(1e-3f));
        assertThat(Scoring.CALIBRATED.score(least, 0.9f, 1)).isLessThan(threshold);
    }

    @Test
    void thresholds_at_the_ends_ask_for_all_or_for_nothing() {
        assertThat(Scoring.CALIBRATED.leastDetection(0)).isZero();
        assertThat(Scoring.CALIBRATED.leastDetection(1)).isEqualTo(1);
    }

    @Test
    void a_ghost_is_less_sure_than_a_body_however_sure_the_pose_network_is_of_both() {
        float body = Scoring.CALIBRATED.score(0.85f, 1, 0.8f);
        float chair = Scoring.CALIBRATED.score(0.62f, 1, 0.4f);

        assertThat(body).isGreaterThan(0.9f);
        assertThat(chair).isLessThan(0.5f);
    }

    @Test
    void without_calibration_the_pose_network_decides() {
        assertThat(Scoring.BY_POSE.score(0.1f, 0.7f, 0)).isEqualTo(0.7f);
        assertThat(Scoring.BY_POSE.leastDetection(0.4f)).isEqualTo(0.4f);
    }
}
