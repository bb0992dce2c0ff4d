package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.SourceInfo;

class DetectScheduleTest {
    @ParameterizedTest(name = "every {0}, {1} of {2} frames a second: {3}")
    @CsvSource({
        // Every so many frames, whatever the rate.
        "1, VIDEO, 30, 0 1 2 3",
        "5, VIDEO, 30, 0 5 10 15",
        "5, CAMERA, 0, 0 5 10 15",
        // About once a second where nothing is said, and never more often than every 24th frame.
        "0, VIDEO, 30, 0 30 60 90",
        "0, VIDEO, 59.94, 0 60 120 180",
        "0, VIDEO, 24, 0 24 48 72",
        "0, VIDEO, 10, 0 24 48 72",
        "0, CAMERA, 0, 0 30 60 90",
        // Still pictures have nothing to do with each other.
        "0, IMAGE, 0, 0 1 2 3",
        "5, IMAGE_FOLDER, 0, 0 1 2 3"})
    void looks_are_due(int every, SourceInfo.Kind kind, double fps, String due) {
        SourceInfo source = new SourceInfo("any", kind, 640, 360, fps, 1000, -1, false);
        DetectSchedule schedule = new DetectSchedule(every);

        List<Long> first = LongStream.range(0, 1000).filter(sequence -> schedule.due(sequence, source)).limit(4).boxed()
                .toList();

        assertThat(first.stream().map(String::valueOf).collect(Collectors.joining(" "))).isEqualTo(due);
    }
}
