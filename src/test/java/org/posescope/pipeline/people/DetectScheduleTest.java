package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectScheduleTest {
    private static final int LOOKS = 4;

    @ParameterizedTest(name = "every {0}, a frame each {1} ms, others dropped {2}: {3}")
    @CsvSource({
        // Every so many frames, whatever the rate.
        "1, 33, false, 0 1 2 3",
        "5, 33, false, 0 5 10 15",
        "5, 200, true, 0 5 10 15",
        // Twice a second where nothing is said.
        "0, 33.333, false, 0 16 31 46",
        "0, 100, false, 0 5 10 15",
        "0, 16.683, false, 0 30 60 90",
        "0, 500, false, 0 1 2 3",
        "0, 1000, false, 0 1 2 3",
        // Where the machine is slow and frames are dropped, not more than every fifth.
        "0, 66.667, true, 0 8 15 23",
        "0, 200, true, 0 5 10 15"})
    void looks_are_due(int every, double frameMillis, boolean dropped, String due) {
        DetectSchedule schedule = new DetectSchedule(every);

        List<Long> first = new ArrayList<>();
        long before = 0;
        for (long sequence = 0; first.size() < LOOKS; sequence++) {
            long micros = Math.round(sequence * frameMillis * 1000);
            OptionalLong gap = sequence == 0 ? OptionalLong.empty() : OptionalLong.of(micros - before);
            if (schedule.due(sequence, micros, gap, dropped, false)) {
                first.add(sequence);
            }
            before = micros;
        }

        assertThat(first.stream().map(String::valueOf).collect(Collectors.joining(" "))).isEqualTo(due);
    }
}
