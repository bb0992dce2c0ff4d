package org.posescope.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.draw.view.View;
import org.posescope.frame.SourceInfo;
import org.posescope.record.video.VideoFormat;

class RecordingChoiceTest {
    private static SourceInfo source(int width, int height) {
        return new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, width, height, 30, -1, -1, true);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, PICTURE, 0, 1280, 720", "1280, 720, SIDE_BY_SIDE, 0, 2560, 720",
        "1280, 720, SCENE, 0, 1280, 720", "1920, 1080, PICTURE, 720, 1280, 720", "1080, 1920, PICTURE, 480, 270, 480",
        "1920, 1080, SIDE_BY_SIDE, 480, 1706, 480", "321, 241, PICTURE, 0, 321, 241",
        "321, 241, PICTURE, 480, 640, 480",
        "3840, 2160, PICTURE, 0, 3840, 2160", "3840, 2160, SIDE_BY_SIDE, 0, 3840, 1080",
        "3840, 2160, SCENE, 0, 1920, 1080", "3840, 2160, SIDE_BY_SIDE, 2160, 7680, 2160"})
    void pictures_keep_their_proportions(int width, int height, View view, int lines, int expectedWidth,
            int expectedHeight) {
        RecordingChoice choice = RecordingChoice.DEFAULT.withView(view).withLines(lines);

        assertThat(choice.format(source(width, height))).isEqualTo(new VideoFormat(expectedWidth, expectedHeight, 30));
    }

    @Test
    void better_quality_is_a_higher_number() {
        assertThat(RecordingChoice.Quality.values()).extracting(
                quality -> RecordingChoice.DEFAULT.withQuality(quality).options().quality())
                .containsExactly(50, 75, 92);
    }

    @Test
    void what_no_recording_can_be_is_refused() {
        assertThatThrownBy(() -> RecordingChoice.DEFAULT.withLines(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordingChoice.DEFAULT.withView(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
