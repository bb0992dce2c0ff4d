package org.posescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pipeline.ScriptedStage.Work;
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void both_modes_and_any_mix_of_them_give_the_same_people(int workers) throws InterruptedException {
        List<List<Person>> oneByOne = people(Mode.MIN_LATENCY, 1, false);

        assertThat(oneByOne).hasSize(FRAMES).doesNotHaveDuplicates();
        assertThat(people(Mode.ASYNC, workers, false)).isEqualTo(oneByOne);
        assertThat(people(Mode.ASYNC, workers, true)).isEqualTo(oneByOne);
    }
}
