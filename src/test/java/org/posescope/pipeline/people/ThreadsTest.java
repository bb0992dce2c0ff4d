package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan.Machine;

class ThreadsTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "2, 1, 2, 1", "8, 7, 8, 1"})
    void a_network_that_is_run_alone_leaves_one_core_to_the_rest(int cores, int alone, int streams, int beside) {
        Threads threads = Threads.of(Machine.DEFAULT, cores);

        assertThat(threads).isEqualTo(new Threads(alone, streams));
        assertThat(threads.alone(Mode.MIN_LATENCY)).isEqualTo(alone);
        assertThat(threads.alone(Mode.ASYNC)).isEqualTo(beside);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2, 1", "8, 1, 8, 4", "8, 7, 1, 1"})
    void copies_that_work_at_the_same_time_take_no_more_cores_than_there_are(int cores, int threads, int copies,
            int detectors) {
        assertThat(Threads.of(Machine.DEFAULT, cores).copies(threads)).isEqualTo(copies);
        assertThat(Threads.of(Machine.DEFAULT, cores).detectorCopies(threads)).isEqualTo(detectors);
    }

    @Test
    void with_two_cores_the_detector_looks_beside_the_pose_network() {
        assertThat(Threads.of(Machine.DEFAULT, 2).looksBeside()).isTrue();
        assertThat(Threads.of(Machine.DEFAULT, 4).looksBeside()).isFalse();
    }
}
