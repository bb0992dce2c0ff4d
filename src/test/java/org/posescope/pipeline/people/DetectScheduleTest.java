package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.SourceInfo;

class DetectScheduleTest {
    private static final int LOOKS = 4;

    @ParameterizedTest(name = "every {0}, {1} of {2} frames a second, a frame each {3} ms: {4}")
    @CsvSource({
        // Every so many frames, whatever the rate.
        "1, VIDEO, 30, 33, 0 1 2 3",
        "5, VIDEO, 30, 33, 0 5 10 15",
        "5, CAMERA, 0, 33, 0 5 10 15",
        // Twice a second where nothing is said.
        "0, VIDEO, 30, 33.333, 0 16 31 46",
        "0, VIDEO, 10, 100, 0 5 10 15",
        "0, VIDEO, 59.94, 16.683, 0 30 60 90",
        "0, CAMERA, 0, 33, 0 16 31 46",
        "0, VIDEO, 1, 1000, 0 1 2 3",
        // Where the machine is slow and frames are dropped, not more than every fifth.
        "0, CAMERA, 30, 200, 0 5 10 15",
        // Still pictures have nothing to do with each other.
        "0, IMAGE, 0, 0, 0 1 2 3",
        "5, IMAGE_FOLDER, 0, 0, 0 1 2 3"})
    void looks_are_due(int every, SourceInfo.Kind kind, double fps, double frameMillis, String due) {
        SourceInfo source = new SourceInfo("any", kind, 640, 360, fps, 1000, -1, false);
        DetectSchedule schedule = new DetectSchedule(every);

        List<Long> first = new ArrayList<>();
        long before = 0;
        for (long sequence = 0; first.size() < LOOKS; sequence++) {
            long micros = Math.round(sequence * frameMillis * 1000);
            if (schedule.due(sequence, source, micros,
                    sequence == 0 ? OptionalLong.empty() : OptionalLong.of(micros - before), false)) {
                first.add(sequence);
            }
            before = micros;
        }

        assertThat(first.stream().map(String::valueOf).collect(Collectors.joining(" "))).isEqualTo(due);
    }
}
