package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pipeline.ScriptedStage.Work;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pose.Person;

@Timeout(60)
class EngineModesTest {
    private static final int FRAMES = 150;

    /** What a tracker is to the engine: what it says of a frame depends on all frames before it. */
    private static final class Memory implements Stage {
        private int state = 17;

        @Override
        public void process(Job job) {
            float seen = job.people().getFirst().ownKeypoints().points().getFirst().x();
            state = 31 * state + (int) seen;
            job.people(List.of(MadeUpPeople.at(state % 10_000), job.people().getFirst()));
        }

        @Override
        public void close() {}
    }

    private static List<List<Person>> people(Mode mode, int workers, boolean switching) throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            Work perFrame = job -> job.people(List.of(MadeUpPeople.at(Math.floorMod(job.frame().index() * 7919, 997))));
            rig.engine(EngineRig.exact(mode, workers + 2), rig.video(FRAMES),
                    rig.stage("parallel", Work.sleepUnevenly(1500).then(perFrame)).spec(workers),
                    new StageSpec("in order", 1, Memory::new));
            if (switching) {
                rig.listener().also(result -> {
                    if (result.sequence() % 10 == 0) {
                        rig.toggleMode();
                    }
                });
            }
            rig.runToEnd();
            return rig.listener().entries().stream().map(RecordingListener.Entry::people).toList();
        }
    }

    @Test
    void in_min_latency_the_next_frame_of_a_file_is_read_while_the_present_one_is_worked_on()
            throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            rig.engine(EngineRig.exact(Mode.MIN_LATENCY, 1), rig.video(5), rig.stage("pose", job -> {
                int next = job.frame().index() == 4 ? 0 : 1;
                EngineRig.await(() -> rig.pool().lent() >= 1 + next, "the next frame was read");
            }).spec(1));

            assertThat(rig.runToEnd().counts().results()).isEqualTo(5);
        }
    }

    @Test
    void a_stage_is_ahead_of_the_next_by_no_more_frames_than_it_may_even_where_frames_fail()
            throws InterruptedException {
        try (EngineRig rig = new EngineRig()) {
            AtomicLong through = new AtomicLong(-1);
            AtomicLong lead = new AtomicLong();
            StageSpec seen = rig.stage("see", job -> {
                lead.accumulateAndGet(job.sequence() - through.get(), Math::max);
                Work.sleepUnevenly(1500).process(job);
            }).spec(3);
            StageSpec followed = rig.stage("follow", Work.failEvery(3)).spec(1);
            rig.engine(EngineRig.exact(Mode.ASYNC, 8), rig.video(60),
                    new StageSpec(seen.name(), seen.workers(), 3, seen.factory()),
                    new StageSpec(followed.name(), 1, () -> noting(followed.factory().get(), through)));

            assertThat(rig.runToEnd().counts()).extracting(Counts::results, Counts::failed).containsExactly(40L, 20L);

            assertThat(lead.get()).isEqualTo(3);
        }
    }

    private static Stage noting(Stage stage, AtomicLong through) {
        return new Stage() {
            @Override
            public void process(Job job) throws Exception {
                through.set(job.sequence());
                stage.process(job);
            }

            @Override
            public void close() {
                stage.close();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void both_modes_and_any_mix_of_them_give_the_same_people(int workers) throws InterruptedException {
        List<List<Person>> oneByOne = people(Mode.MIN_LATENCY, 1, false);

        assertThat(oneByOne).hasSize(FRAMES).doesNotHaveDuplicates();
        assertThat(people(Mode.ASYNC, workers, false)).isEqualTo(oneByOne);
        assertThat(people(Mode.ASYNC, workers, true)).isEqualTo(oneByOne);
    }
}
