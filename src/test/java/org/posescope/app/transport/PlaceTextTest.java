package org.posescope.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.SourceInfo;

class PlaceTextTest {
    private static final FrameNumbers VIDEO = FrameNumbers.of(new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640,
            480, 25, 100, 4_000_000, true));

    @ParameterizedTest
    @CsvSource({"50, 1990000", "' frame 50', 1990000", "#50, 1990000", "0, 0", "50 s, 50000000", "2.5, 2500000",
        "'2,5', 2500000", "1:02.5, 62500000", "00:02, 2000000", "1:00:00, 3600000000"})
    void times_and_frames_are_told_apart(String text, long micros) {
        assertThat(PlaceText.parse(text, VIDEO)).hasValue(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "here", "-5", "1:2:3:4", "1.2.3", "99999999999999"})
    void what_is_neither_is_no_place(String text) {
        assertThat(PlaceText.parse(text, VIDEO)).isEmpty();
    }

    @Test
    void pictures_are_counted_from_one() {
        FrameNumbers pictures = FrameNumbers.of(new SourceInfo("photos", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 3,
                3_000_000, true));

        assertThat(PlaceText.parse("2", pictures)).hasValue(1_000_000);
        assertThat(pictures.text(1_000_000)).isEqualTo("2 of 3");
    }
}
