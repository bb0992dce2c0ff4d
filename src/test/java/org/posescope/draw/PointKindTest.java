package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointKindTest {
    @ParameterizedTest
    @CsvSource({"nose, FACE", "left_eye_outer, FACE", "right_ear, FACE", "left_mouth, FACE", "left_forearm, MAIN",
        "left_elbow, MAIN", "neck, MAIN", "right_pinky, HAND_OR_FOOT", "left_foot_index, HAND_OR_FOOT",
        "right_heel, HAND_OR_FOOT", "left_hand, HAND_OR_FOOT"})
    void small_parts_are_told_by_their_names(String name, PointKind kind) {
        assertThat(PointKind.of(name)).isEqualTo(kind);
    }
}
